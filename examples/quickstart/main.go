// Command quickstart shows the whole way once, in each language: a customer's
// message, a poor reply with what is off in it, and a better reply that the
// check has nothing against.
package main

import (
	"fmt"
	"io"
	"os"

	"github.com/empathykit/empathykit/empathy"
	"github.com/empathykit/empathykit/phrases"
)

type example struct {
	customer string
	poor     string
	body     string // the answer itself, which no catalog can know
	args     phrases.Args
}

var examples = []example{
	{
		customer: "Buna ziua, e a treia oara cand coletul meu nu ajunge la timp. De ce se intampla asta? Sunt foarte suparata.",
		poor:     "Calmează-te, e doar un colet. Verifică AWB-ul pe site!!!",
		body:     "Am verificat: coletul a rămas în depozitul din Cluj din cauza unei etichete deteriorate. Curierul vi-l aduce mâine între 10 și 14.",
		args:     phrases.Args{Step: "comenzile dumneavoastră pleacă de acum cu etichetă dublă", When: "mâine până la ora 14"},
	},
	{
		customer: "Dzień dobry, bardzo się martwię, bo przelew za mieszkanie do tej pory nie dotarł, a jutro mija termin. Kiedy środki będą na koncie?",
		poor:     "Hej! Spoko, nie masz się czym martwić 😊",
		body:     "Przelew czekał na potwierdzenie w systemie rozliczeń, właśnie go zwolniłam.",
		args:     phrases.Args{When: "dziś do godziny 17:30"},
	},
	{
		customer: "ребят ну вы чего, опять инет отвалился, второй раз за неделю! работаю из дома между прочим",
		poor:     "Уважаемый абонент, Ваше обращение зарегистрировано и находится в обработке.",
		body:     "На линии у вашего дома повреждён кабель, бригада уже на месте и закончит до 19:00.",
		args:     phrases.Args{Step: "кабель меняют целиком, а не латают"},
	},
	{
		customer: "kalispera, perimeno 5 meres tin paraggelia kai kaneis den apantaei sto tilefono. pote tha erthei epitelous?",
		poor:     "Έπρεπε να είχατε διαβάσει τους όρους αποστολής.",
		body:     "Το δέμα σας βρίσκεται ήδη στο κατάστημα της Πάτρας και ο διανομέας θα είναι στην πόρτα σας αύριο έως τις 14:00.",
		args:     phrases.Args{When: "αύριο έως τις 14:00"},
	},
	{
		customer: "你们的外卖又送错了！！上周也是这样，孩子到现在还没吃上饭，太让人失望了",
		poor:     "亲，您的反馈我们已经收到，请耐心等待哦~",
		body:     "我已经让餐厅按原单重做，骑手二十分钟内送到，这一单的餐费也退还给您。",
		args:     phrases.Args{Step: "今后您的订单由店长核对后再出餐"},
	},
	{
		customer: "I was charged twice for the same booking and I still have no answer after a week. Why is this taking so long?",
		poor:     "You should have checked your booking before paying.",
		body:     "The second payment was a test of our new card terminal that went out by mistake. I have refunded it, and the money will be on your card within two business days.",
		args:     phrases.Args{},
	},
}

func main() {
	if err := run(os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "quickstart:", err)
		os.Exit(1)
	}
}

func run(out io.Writer) error {
	catalog := phrases.Default()
	checker, err := empathy.New(empathy.WithSuggestions(catalog))
	if err != nil {
		return err
	}
	for _, e := range examples {
		advice, err := checker.Advise(e.customer)
		if err != nil {
			return err
		}
		fmt.Fprintf(out, "── %v · %v · address %v · %v %v\n", advice.Language, advice.Register, advice.Address, advice.Emotion, advice.Intensity)
		fmt.Fprintf(out, "customer  %s\npoor      %s\n", e.customer, e.poor)
		for f := range checker.Check(e.customer, e.poor).Findings() {
			fmt.Fprintf(out, "          %v %v: %s\n", f.Severity, f.Rule, f.Message)
		}
		reply, err := catalog.Compose(advice, e.args, phrases.Body(e.body), phrases.Via(phrases.Chat))
		if err != nil {
			return err
		}
		report := checker.Check(e.customer, reply.Text)
		fmt.Fprintf(out, "better    %s\n          %d findings\n\n", reply, report.Len())
		for f := range report.Findings() {
			return fmt.Errorf("the composed %v reply has a finding: %v", advice.Language, f.Rule)
		}
	}
	return nil
}
