package phrases_test

import "testing/fstest"

// small is a catalog of two languages that tests can read at a glance.
func small() fstest.MapFS {
	return fstest.MapFS{
		"intents.toml": file(`
[opening.greeting]
description = "first words"
level = "human"
needs = ["dignity"]

[acknowledging.worry]
description = "recognises worry"
level = "human"
needs = ["hearing"]
emotions = ["worry"]
empathy = "both"

[acknowledging.delay]
description = "recognises a long wait"
level = "human"
needs = ["hearing"]
emotions = ["worry", "anger"]
optional = ["Count"]

[resolving.proposal]
description = "proposes"
level = "business"
requires = ["Step"]

[closing.wish]
description = "wishes well"
level = "human"

[closing.goodbye]
description = "only among friends"
level = "human"
`),
		"pl/names.toml": file(`
[address]
formal = ["{honorific} {given}"]
informal = ["{given}"]
[honorific]
feminine = "Pani"
masculine = "Panie"
[given.feminine.endings]
"a" = "o"
[given.masculine.endings]
"ek" = "ku"
[infer]
feminine = ["a"]
`),
		"pl/phrases/opening.pl.toml": file(`
[opening.greeting.formal.1]
description = "by name"
other = "Dzień dobry{{with .Customer}}, {{.Vocative}}{{end}}."
[opening.greeting.neutral.1]
description = "plain"
other = "Dzień dobry, w czym pomóc?"
`),
		"pl/phrases/acknowledging.pl.toml": file(`
[acknowledging.worry.formal.1]
description = "cognitive: plain"
other = "Rozumiem, skąd ten niepokój."
[acknowledging.worry.formal.2]
description = "affective: shares it"
other = "Też byłoby mi nieswojo na Państwa miejscu, naprawdę trudno spokojnie czekać bez żadnej wiadomości o tym, co się dzieje."
[acknowledging.worry.formal.3]
description = "affective: gendered"
other = '{{.Agent.Gendered "Sam" "Sama"}} znam takie czekanie.'
[acknowledging.delay.formal.1]
description = "counted"
one = "{{.Count}} dzień czekania to długo."
few = "{{.Count}} dni czekania to długo (few)."
many = "{{.Count}} dni czekania to długo (many)."
other = "{{.Count}} dnia czekania to długo."
[acknowledging.delay.formal.2]
description = "not counted"
other = "Tak długie czekanie męczy."
[acknowledging.delay.informal.1]
description = "by name"
other = "Długo czekasz{{with .Customer}}, {{.Vocative}}{{end}}."
`),
		"pl/phrases/resolving.pl.toml": file(`
[resolving.proposal.neutral.1]
description = "plain"
other = "Propozycja: {{.Step}}."
`),
		"pl/phrases/closing.pl.toml": file(`
[closing.wish.neutral.1]
description = "plain"
other = "Miłego dnia."
[closing.goodbye.informal.1]
description = "plain"
other = "Trzymaj się."
`),
		"zh/phrases/opening.zh.toml": file(`
[opening.greeting.neutral.1]
description = "plain"
other = "您好。"
[acknowledging.worry.neutral.1]
description = "plain"
other = "理解您的担心。"
[closing.wish.neutral.1]
description = "plain"
other = "祝您顺心。"
`),
	}
}

func file(content string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(content)} }
