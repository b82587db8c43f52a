package empathy

import (
	"strings"
)

// shortenID writes a catalog's ID with a letter for the stage and one for the
// register: acknowledging.delay.formal.2 is c.delay.f2. Other IDs stay as they
// are, behind a sign of equality.
func shortenID(id string) string {
	f := strings.Split(id, ".")
	if len(f) == 4 {
		stage, err := ParseStage(f[0])
		_, err2 := ParseRegister(f[2])
		if err == nil && stage != AnyStage && err2 == nil {
			return string('a'+rune(stage-1)) + "." + f[1] + "." + f[2][:1] + f[3]
		}
	}
	return "=" + id
}

func lengthenID(short string) (string, bool) {
	if id, ok := strings.CutPrefix(short, "="); ok {
		return id, id != "" && len(id) <= longestID
	}
	f := strings.Split(short, ".")
	if len(f) != 3 || len(f[0]) != 1 || f[2] == "" {
		return "", false
	}
	stage := Stage(f[0][0]-'a') + 1
	for _, r := range registerNames {
		if stage >= Opening && stage <= FollowUp && r[0] == f[2][0] {
			id := stage.String() + "." + f[1] + "." + r + "." + f[2][1:]
			return id, len(id) <= longestID
		}
	}
	return "", false
}
