package empathy_test

import (
	"strings"
	"testing"

	"github.com/empathykit/empathykit/empathy"
)

// pairs are one of about a hundred words in each language: the customer's and
// the agent's words together.
var benchmarked = map[string][2]string{
	"en": {"I have been waiting for my parcel for nine days now, it is the third time that the driver writes that nobody was at home, and I was at home all day with a small child. Nobody answers the phone. Why does this keep happening, and when will it finally arrive?", "I am sorry that you spent three days at home for nothing. I have spoken with the depot: the parcel is on the early van tomorrow, between 8 and 10, and the driver has your number. I have taken the old note off your address so that it does not happen again. Could you tell me tomorrow whether it has come?"},
	"ru": {"Жду посылку уже девять дней, третий раз курьер пишет, что никого нет дома, а я весь день сижу дома с маленьким ребёнком. По телефону никто не отвечает. Почему это повторяется и когда её наконец привезут?", "Простите, что вы три дня напрасно ждали дома. Склад подтвердил: посылка поедет завтра утренней машиной, с 8 до 10, у курьера есть ваш номер. Старую пометку с адреса мы сняли, чтобы такого больше не было. Напишите, пожалуйста, завтра, привезли ли её?"},
	"zh": {"我等包裹已经等了九天，快递员第三次写家里没人，可我整天都在家带孩子。电话也没人接。为什么总是这样，到底什么时候能送到？", "让您白等了三天，真的很抱歉。我已经跟站点确认，包裹明天早上8点到10点送到，快递员有您的电话。地址上的旧备注我已经取消，以后不会再这样了。明天收到后麻烦您告诉我一声好吗？"},
}

func BenchmarkCheck(b *testing.B) {
	for language, pair := range benchmarked {
		b.Run(language, func(b *testing.B) {
			c := newChecker(b)
			c.Check(pair[0], pair[1])
			b.ReportAllocs()
			b.SetBytes(int64(len(pair[0]) + len(pair[1])))
			for b.Loop() {
				c.Check(pair[0], pair[1])
			}
		})
	}
}

func BenchmarkAnalyzeLong(b *testing.B) {
	c := newChecker(b)
	message := strings.Repeat(benchmarked["en"][0]+" ", 400)
	b.SetBytes(int64(len(message)))
	for b.Loop() {
		c.Analyze(message)
	}
}

// BenchmarkStart measures what a program pays before its first check in a
// language.
func BenchmarkStart(b *testing.B) {
	for language, pair := range benchmarked {
		b.Run(language, func(b *testing.B) {
			for b.Loop() {
				c, err := empathy.New()
				if err != nil {
					b.Fatal(err)
				}
				c.Check(pair[0], pair[1])
			}
		})
	}
}

// BenchmarkConversation is one exchange in the middle of a conversation, with
// the state taken up and put away as a bot does.
func BenchmarkConversation(b *testing.B) {
	checker := newChecker(b)
	for _, l := range pool {
		conversation := checker.NewConversation()
		conversation.Customer(l.story)
		conversation.Agent(l.paraphrases)
		state := marshal(b, conversation)
		b.Run(l.language, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				c, err := checker.ResumeConversation(state)
				if err != nil {
					b.Fatal(err)
				}
				c.Customer(l.upset)
				c.Advise()
				c.Agent(l.caring)
				marshal(b, c)
			}
		})
	}
}
