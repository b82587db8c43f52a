package bench

import "strings"

var languages = []string{"ro", "pl", "ru", "el", "zh", "en"}

// pairs are a customer's message and an agent's reply, of about a hundred
// words together; in Chinese, of what is about as long to read.
var pairs = map[string][2]string{
	"ro": {"Aștept coletul de nouă zile, e a treia oară când curierul scrie că nu a fost nimeni acasă, deși am stat toată ziua acasă cu un copil mic. La telefon nu răspunde nimeni. De ce se repetă asta și când ajunge, în sfârșit?", "Îmi pare rău că ați stat trei zile acasă degeaba. Am vorbit cu depozitul: coletul pleacă mâine cu prima mașină, între 8 și 10, iar curierul are numărul dumneavoastră. Am scos nota veche de pe adresă, ca să nu se mai întâmple. Îmi puteți spune mâine dacă a ajuns?"},
	"pl": {"Czekam na paczkę już dziewięć dni, trzeci raz kurier pisze, że nikogo nie było w domu, a ja cały dzień siedzę w domu z małym dzieckiem. Pod telefonem nikt się nie odzywa. Dlaczego to się powtarza i kiedy wreszcie ją przywieziecie?", "Przepraszam, że trzy dni na próżno czekała Pani w domu. Rozmawiałam z magazynem: paczka jedzie jutro pierwszym samochodem, między 8 a 10, a kurier ma Pani numer. Usunęłam starą notatkę z adresu, żeby to się nie powtórzyło. Czy da mi Pani jutro znać, że dotarła?"},
	"ru": {"Жду посылку уже девять дней, третий раз курьер пишет, что никого нет дома, а я весь день сижу дома с маленьким ребёнком. По телефону никто не отвечает. Почему это повторяется и когда её наконец привезут?", "Простите, что вы три дня напрасно ждали дома. Склад подтвердил: посылка поедет завтра утренней машиной, с 8 до 10, у курьера есть ваш номер. Старую пометку с адреса мы сняли, чтобы такого больше не было. Напишите, пожалуйста, завтра, привезли ли её?"},
	"el": {"Περιμένω το δέμα εννέα μέρες, είναι η τρίτη φορά που ο κούριερ γράφει ότι δεν ήταν κανείς στο σπίτι, κι εγώ ήμουν όλη μέρα στο σπίτι με ένα μικρό παιδί. Στο τηλέφωνο δεν απαντά κανείς. Γιατί γίνεται συνέχεια αυτό και πότε θα έρθει επιτέλους;", "Λυπάμαι που περιμένατε τρεις μέρες στο σπίτι άδικα. Μίλησα με την αποθήκη: το δέμα φεύγει αύριο με το πρώτο δρομολόγιο, ανάμεσα στις 8 και τις 10, και ο κούριερ έχει τον αριθμό σας. Έσβησα την παλιά σημείωση από τη διεύθυνση για να μην ξανασυμβεί. Θα μου πείτε αύριο αν ήρθε;"},
	"zh": {"我等包裹已经等了九天，快递员第三次写家里没人，可我整天都在家带孩子。电话也没人接。为什么总是这样，到底什么时候能送到？", "让您白等了三天，真的很抱歉。我已经跟站点确认，包裹明天早上8点到10点送到，快递员有您的电话。地址上的旧备注我已经取消，以后不会再这样了。明天收到后麻烦您告诉我一声好吗？"},
	"en": {"I have been waiting for my parcel for nine days now, it is the third time that the driver writes that nobody was at home, and I was at home all day with a small child. Nobody answers the phone. Why does this keep happening, and when will it finally arrive?", "I am sorry that you spent three days at home for nothing. I have spoken with the depot: the parcel is on the early van tomorrow, between 8 and 10, and the driver has your number. I have taken the old note off your address so that it does not happen again. Could you tell me tomorrow whether it has come?"},
}

// joined is a pair as one text, for peers that read one.
func joined(language string) string { return pairs[language][0] + " " + pairs[language][1] }

// hundredWords is what the peers of a whole check read: a hundred English
// words in one message.
var hundredWords = strings.Join(strings.Fields(joined("en"))[:100], " ")

// short is a short sentence of each language.
var short = map[string]string{
	"ro": "Unde este coletul meu?", "pl": "Gdzie jest moja paczka?", "ru": "Где моя посылка?",
	"el": "Πού είναι το δέμα μου;", "zh": "我的包裹在哪里？", "en": "Where is my parcel?",
}
