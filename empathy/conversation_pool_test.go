package empathy_test

// lines are what people say in the tests of conversations, in one language.
type lines struct {
	language string

	asks     string // a calm question about the matter
	upset    string // harm that came back, and strong feeling
	furious  string // more of it
	story    string // more than 60 words
	vague    string // says little
	agrees   string
	corrects string
	thanks   string // glad, and means it
	number   string // answers a question for the order number
	vents    string // answers nothing
	mild     string // a feeling in passing

	greets      string // invites to tell
	caring      string // acknowledges, says sorry, explains, prevents, proposes with a time
	bare        string // proposes; no word to the person, no question
	proposes    string // proposes and asks whether it works
	paraphrases string
	question    string // for the order number
	again       string // the same question, a little otherwise
	sentence    string // something to say that is no fact and no greeting
	sentence2   string // the same, nearly
	other       string // something else to say
	closes      string // closes the case and thanks
	closesCold  string // closes the case, and that is all
	polite      string // addresses with V
	familiar    string // addresses with T
}

var pool = []lines{
	{
		language: "en",
		asks:     "Could you tell me where my order is?",
		upset:    "My order is late again, the third time this year, and I am really frustrated. Why does this keep happening?",
		furious:  "Now I am absolutely furious! Three weeks of waiting and this is all you have to say? I will report you!",
		story:    "I ordered a coffee machine for my mother's birthday in early May and paid for express delivery. The courier left it with a neighbour whom I do not know, who then moved away, and the hotline told me to wait. I waited for two weeks, called again, was told to fill in a form, filled it in, and heard nothing. Now the shop says that the machine was delivered and the case is settled for them.",
		vague:    "I have a problem",
		agrees:   "Yes, that works for me.",
		corrects: "No, that's not what I meant, I was talking about the invoice.",
		thanks:   "Thank you so much, I am so happy that you helped me!",
		number:   "It is 48213377.",
		vents:    "I have been waiting for three weeks and nobody cares, this is so frustrating!",
		mild:     "I'm a bit worried whether it will arrive in time for the holiday.",

		greets:      "Hello, thanks for writing. Tell me what happened, I'm listening.",
		caring:      "I understand how frustrating this is, and I am sorry that it has happened again. The reason is a fault in our sorting system, and we have replaced it so that it does not happen to you again. I have sent your order by express; it arrives tomorrow by noon.",
		bare:        "I will send the order again with another courier.",
		proposes:    "I will send the order again with another courier. Does that work for you?",
		paraphrases: "If I understand you correctly, the machine went to a neighbour and the case was closed without your consent. Did I get that right?",
		question:    "Could you please give me your order number?", again: "Please, could you give me the order number?",
		sentence: "I am looking into the warehouse records for you right now.", sentence2: "I'm looking into the warehouse records right now for you.",
		other:  "Our colleagues in Leeds are searching the storage shelves.",
		closes: "Thank you for your patience. I am closing this case now.", closesCold: "I am closing this case now.",
	},
	{
		language: "ro",
		asks:     "Bună ziua, îmi puteți spune unde este comanda mea?",
		upset:    "Comanda mea întârzie din nou, a treia oară anul acesta, și sunt foarte supărată. De ce se tot întâmplă asta?",
		furious:  "Acum chiar sunt furioasă! Trei săptămâni de așteptare și atât aveți de spus? Vă fac reclamație la protecția consumatorului!",
		story:    "Am comandat la începutul lunii mai un espressor pentru ziua mamei mele și am plătit livrare rapidă. Curierul l-a lăsat la o vecină pe care nu o cunosc și care s-a mutat între timp, iar la telefon mi s-a spus să aștept. Am așteptat două săptămâni, am sunat din nou, mi s-a cerut să completez un formular, l-am completat și nu am mai primit niciun semn. Acum magazinul spune că aparatul a fost livrat și că pentru ei cazul e rezolvat.",
		vague:    "Am o problemă",
		agrees:   "Da, îmi convine.",
		corrects: "Nu asta am întrebat, mă refeream la factură.",
		thanks:   "Vă mulțumesc din suflet, sunt tare bucuroasă că m-ați ajutat!",
		number:   "Este 48213377.",
		vents:    "Aștept de trei săptămâni și nimănui nu îi pasă, sunt foarte nervoasă!",
		mild:     "Sunt puțin îngrijorat dacă ajunge la timp pentru vacanță.",

		greets:      "Bună ziua, mulțumim pentru mesaj. Povestiți-mi ce s-a întâmplat, vă ascult.",
		caring:      "Înțeleg cât de frustrant este și îmi pare rău că s-a repetat. Cauza este o defecțiune la sistemul de sortare, pe care l-am înlocuit ca să nu se mai întâmple. V-am trimis comanda prin curier rapid și ajunge mâine până la prânz.",
		bare:        "Am trimis comanda din nou cu alt curier.",
		proposes:    "Am trimis comanda din nou cu alt curier. Vă convine așa?",
		paraphrases: "Dacă am înțeles bine, aparatul a ajuns la o vecină și cazul a fost închis fără acordul dumneavoastră. Am înțeles corect?",
		question:    "Îmi puteți spune numărul comenzii?", again: "Vă rog să-mi spuneți numărul comenzii.",
		sentence: "Verific acum registrele depozitului împreună cu colegii.", sentence2: "Acum verific împreună cu colegii registrele depozitului.",
		other:  "Colegii din Cluj caută pe rafturi coletul rătăcit.",
		closes: "Mulțumesc pentru răbdare. Închid acum solicitarea.", closesCold: "Închid acum solicitarea.",
		polite: "Vă trimit imediat factura dumneavoastră pe e-mail.", familiar: "Îți trimit imediat factura ta pe e-mail.",
	},
	{
		language: "pl",
		asks:     "Dzień dobry, czy mogą mi Państwo powiedzieć, gdzie jest moje zamówienie?",
		upset:    "Zamówienie znowu się spóźnia, trzeci raz w tym roku, jestem naprawdę wściekła. Dlaczego to się ciągle powtarza?",
		furious:  "Teraz to już jestem wściekła do granic! Trzy tygodnie czekania i tylko tyle macie do powiedzenia? Zgłoszę was do rzecznika konsumentów!",
		story:    "Na początku maja zamówiłam ekspres do kawy na urodziny mamy i zapłaciłam za szybką dostawę. Kurier zostawił go u sąsiadki, której nie znam i która w międzyczasie się wyprowadziła, a na infolinii kazano mi czekać. Czekałam dwa tygodnie, zadzwoniłam jeszcze raz, poproszono mnie o wypełnienie formularza, wypełniłam go i nikt się nie odezwał. Teraz sklep twierdzi, że urządzenie zostało dostarczone, i dla nich sprawa jest już zamknięta.",
		vague:    "Mam problem",
		agrees:   "Tak, zgadza się.",
		corrects: "Nie o to mi chodzi, chodziło mi o fakturę.",
		thanks:   "Bardzo dziękuję, ogromnie się cieszę, że Pani pomogła!",
		number:   "To 48213377.",
		vents:    "Czekam trzy tygodnie i nikogo to nie obchodzi, jestem wściekła!",
		mild:     "Trochę się martwię, czy zdąży przed urlopem.",

		greets:      "Dzień dobry, dziękujemy za wiadomość. Proszę opowiedzieć, co się stało, słucham.",
		caring:      "Rozumiem, jakie to frustrujące, i przepraszam, że to się powtórzyło. Przyczyną była awaria sortowni, wymieniliśmy już urządzenie, żeby to się więcej nie zdarzyło. Wysłaliśmy zamówienie ekspresem, dotrze jutro do południa.",
		bare:        "Wyślę zamówienie ponownie innym kurierem.",
		proposes:    "Wyślę zamówienie ponownie innym kurierem. Czy takie rozwiązanie Pani odpowiada?",
		paraphrases: "Jeśli dobrze rozumiem, ekspres trafił do sąsiadki, a sprawę zamknięto bez Pani zgody. Czy dobrze zrozumiałam?",
		question:    "Czy może Pani podać numer zamówienia?", again: "Proszę podać numer zamówienia.",
		sentence: "Właśnie sprawdzam zapisy magazynu razem z kierownikiem.", sentence2: "Razem z kierownikiem właśnie sprawdzam zapisy magazynu.",
		other:  "Koleżanki z Poznania przeszukują półki sortowni.",
		closes: "Dziękuję za cierpliwość. Zamykam zgłoszenie.", closesCold: "Zamykam zgłoszenie.",
		polite: "Zaraz wyślę Pani fakturę na Pani adres.", familiar: "Zaraz wyślę ci fakturę na twój adres.",
	},
	{
		language: "ru",
		asks:     "Здравствуйте, подскажите, пожалуйста, где мой заказ?",
		upset:    "Заказ опять задерживается, третий раз за год, я очень расстроена и злюсь. Почему это всё время повторяется?",
		furious:  "Теперь я просто в бешенстве! Три недели ожидания, и это всё, что вы можете сказать? Я подам на вас жалобу в Роспотребнадзор!",
		story:    "В начале мая я заказала кофемашину на день рождения мамы и заплатила за срочную доставку. Курьер оставил её у соседки, которую я не знаю и которая с тех пор переехала, а по телефону мне велели ждать. Я ждала две недели, позвонила снова, меня попросили заполнить форму, я заполнила её, и больше никто не отозвался. Теперь магазин утверждает, что машина доставлена, и для них вопрос уже давно решён и закрыт.",
		vague:    "У меня проблема",
		agrees:   "Да, меня это устраивает.",
		corrects: "Нет, я имела в виду счёт.",
		thanks:   "Спасибо вам огромное, я так рада, что вы помогли!",
		number:   "Это 48213377.",
		vents:    "Я жду три недели, и всем всё равно, я в бешенстве!",
		mild:     "Немного волнуюсь, успеет ли он прийти до отпуска.",

		greets:      "Здравствуйте, спасибо, что написали. Расскажите, что случилось, я вас слушаю.",
		caring:      "Понимаю, как это неприятно, и прошу прощения, что это повторилось. Причина в поломке сортировочной линии, мы её заменили, чтобы такого больше не случилось. Заказ отправлен экспрессом и придёт завтра до полудня.",
		bare:        "Я отправлю заказ ещё раз другим курьером.",
		proposes:    "Я отправлю заказ ещё раз другим курьером. Вас это устроит?",
		paraphrases: "Если я правильно поняла, машину отдали соседке, а вопрос закрыли без вашего согласия. Я верно поняла?",
		question:    "Подскажите, пожалуйста, номер заказа?", again: "Подскажите, пожалуйста, ваш номер заказа.",
		sentence: "Прямо сейчас проверяю складские записи вместе с начальником смены.", sentence2: "Проверяю складские записи прямо сейчас вместе с начальником смены.",
		other:  "Коллеги из Казани осматривают полки хранилища.",
		closes: "Спасибо за терпение. Закрываю обращение.", closesCold: "Закрываю обращение.",
		polite: "Сейчас отправлю вам счёт на вашу почту.", familiar: "Сейчас отправлю тебе счёт на твою почту.",
	},
	{
		language: "el",
		asks:     "Καλημέρα σας, μπορείτε να μου πείτε πού βρίσκεται η παραγγελία μου;",
		upset:    "Η παραγγελία μου καθυστερεί πάλι, τρίτη φορά φέτος, και είμαι πολύ εκνευρισμένη. Γιατί συμβαίνει συνέχεια αυτό;",
		furious:  "Τώρα πια είμαι έξαλλη! Τρεις εβδομάδες αναμονή και αυτό έχετε να πείτε; Θα σας κάνω καταγγελία στον Συνήγορο του Καταναλωτή!",
		story:    "Στις αρχές Μαΐου παρήγγειλα μια μηχανή καφέ για τα γενέθλια της μαμάς μου και πλήρωσα γρήγορη αποστολή. Ο κούριερ την άφησε σε μια γειτόνισσα που δεν ξέρω και που στο μεταξύ μετακόμισε, και στο τηλέφωνο μου είπαν να περιμένω. Περίμενα δύο εβδομάδες, ξαναπήρα, μου ζήτησαν να συμπληρώσω μια φόρμα, τη συμπλήρωσα και δεν απάντησε κανείς. Τώρα το κατάστημα λέει ότι η μηχανή παραδόθηκε και για εκείνους η υπόθεση έχει λήξει.",
		vague:    "Έχω ένα πρόβλημα",
		agrees:   "Ναι, με βολεύει.",
		corrects: "Όχι, εννοούσα το τιμολόγιο.",
		thanks:   "Σας ευχαριστώ πάρα πολύ, χαίρομαι τόσο που με βοηθήσατε!",
		number:   "Είναι 48213377.",
		vents:    "Περιμένω τρεις εβδομάδες και κανείς δεν νοιάζεται, είμαι έξαλλη!",
		mild:     "Ανησυχώ λίγο αν θα προλάβει πριν από τις διακοπές.",

		greets:      "Καλημέρα σας, ευχαριστούμε για το μήνυμα. Πείτε μου τι συνέβη, σας ακούω.",
		caring:      "Καταλαβαίνω πόσο εκνευριστικό είναι και ζητώ συγγνώμη που ξανασυνέβη. Η αιτία ήταν μια βλάβη στη διαλογή, την αντικαταστήσαμε ώστε να μην ξανασυμβεί. Στείλαμε την παραγγελία με εξπρές, θα έρθει αύριο ως το μεσημέρι.",
		bare:        "Θα στείλω ξανά την παραγγελία με άλλον κούριερ.",
		proposes:    "Θα στείλω ξανά την παραγγελία με άλλον κούριερ. Σας βολεύει έτσι;",
		paraphrases: "Αν κατάλαβα καλά, η μηχανή δόθηκε σε γειτόνισσα και η υπόθεση έκλεισε χωρίς τη συγκατάθεσή σας. Το κατάλαβα σωστά;",
		question:    "Μπορείτε να μου δώσετε τον αριθμό παραγγελίας;", again: "Μπορείτε, παρακαλώ, να μου δώσετε τον αριθμό της παραγγελίας;",
		sentence: "Ελέγχω τώρα τα αρχεία της αποθήκης μαζί με τον υπεύθυνο.", sentence2: "Τώρα ελέγχω μαζί με τον υπεύθυνο τα αρχεία της αποθήκης.",
		other:  "Συνάδελφοι στην Πάτρα ψάχνουν στα ράφια διαλογής.",
		closes: "Ευχαριστώ για την υπομονή. Κλείνω το αίτημα.", closesCold: "Κλείνω το αίτημα.",
		polite: "Σας στέλνω αμέσως το τιμολόγιό σας.", familiar: "Σου στέλνω αμέσως το τιμολόγιό σου.",
	},
	{
		language: "zh",
		asks:     "您好，请问我的订单到哪里了？",
		upset:    "订单又延误了，今年已经第三次了，真的很生气。为什么总是这样？",
		furious:  "现在我真的气炸了！等了三个星期，你们就这么一句话？太过分了，我要去12315投诉你们！",
		story:    "五月初我给妈妈买了一台咖啡机当生日礼物，还付了加急运费。快递员把它放在一位我不认识的邻居那里，那位邻居后来搬走了，打电话问，让我再等等。我等了两个星期，又打了一次，让我填表，我填了，之后就再也没有人回复。现在店家说机器已经签收，对他们来说这件事已经结束了。",
		vague:    "我有个问题",
		agrees:   "好的，可以。",
		corrects: "不是这个意思，我说的是发票。",
		thanks:   "太感谢您了，真的好开心，帮了我大忙！",
		number:   "48213377",
		vents:    "等了三个星期没人管，气死我了！",
		mild:     "有点担心假期前能不能送到。",

		greets:      "您好，感谢您的留言。请您说说发生了什么，我在听。",
		caring:      "我理解您的心情，很抱歉又让您遇到这种情况。原因是分拣系统出了故障，我们已经更换设备，避免再次发生。我已经为您加急寄出，明天中午前送到。",
		bare:        "我给您换一家快递重新寄出。",
		proposes:    "我给您换一家快递重新寄出。您看这样可以吗？",
		paraphrases: "我理解得对吗：咖啡机放在了邻居那里，没有经过您同意就结案了？",
		question:    "请问您的订单号是多少？", again: "请问一下，您的订单号是多少？",
		sentence: "我正在和仓库主管一起核对出库记录。", sentence2: "我正和仓库主管一起核对出库记录。",
		other:  "成都的同事在货架上逐一查找包裹。",
		closes: "感谢您的耐心。本次工单已关闭。", closesCold: "本次工单已关闭。",
		polite: "马上把发票发到您的邮箱。", familiar: "马上把发票发到你的邮箱。",
	},
}
