package text

// abbreviation says what a full stop after a word may be.
type abbreviation uint8

const (
	never      abbreviation = iota // not an abbreviation
	inside                         // the sentence always goes on (dl., Mr.)
	insideOrAt                     // the sentence ends if a capital follows (etc.)
)

// abbreviations are short on purpose: a sentence too many harms less than two
// sentences run together. Single letters (т. е., π.χ., e.g.) need no entry.
var abbreviations = map[string]abbreviation{
	// Romanian
	"dl": inside, "dlui": inside, "dna": inside, "dnei": inside, "dra": inside, "dvs": insideOrAt, "dv": insideOrAt, "dumneav": insideOrAt,
	"nr": inside, "str": inside, "bd": inside, "bld": inside, "blvd": inside, "bl": inside, "sc": inside, "ap": inside, "et": inside,
	"jud": inside, "art": insideOrAt, "pag": inside, "tel": inside, "ex": insideOrAt, "aprox": inside, "etc": insideOrAt,
	"ian": inside, "feb": inside, "apr": inside, "aug": inside, "sept": inside, "oct": inside, "dec": inside,
	// Polish
	"np": inside, "tj": inside, "tzn": inside, "tzw": inside, "ul": inside, "al": inside, "godz": inside,
	"dr": inside, "prof": inside, "inz": inside, "mgr": inside, "ok": insideOrAt, "wg": inside, "itd": insideOrAt, "itp": insideOrAt,
	"zl": insideOrAt, "gr": insideOrAt, "szt": insideOrAt, "min": insideOrAt, "tys": inside, "mln": insideOrAt,
	// Russian
	"ул": inside, "пр": insideOrAt, "просп": inside, "кв": inside, "стр": inside, "тел": inside, "см": inside, "напр": inside,
	"руб": insideOrAt, "коп": insideOrAt, "тыс": inside, "млн": insideOrAt, "мин": insideOrAt, "шт": insideOrAt, "др": insideOrAt,
	// Greek
	"κα": inside, "κοσ": inside, "κ": inside, "αρ": inside, "αριθ": inside, "τηλ": inside, "οδ": inside, "λεωφ": inside,
	"δηλ": inside, "κλπ": insideOrAt, "λπ": insideOrAt, "κτλ": insideOrAt, "βλ": inside, "ευρω": never,
	// English
	"mr": inside, "mrs": inside, "ms": inside, "no": insideOrAt, "st": inside, "vs": inside, "approx": inside, "inc": insideOrAt, "ltd": insideOrAt,
}

// endable are the last letters of dotted abbreviations after which a sentence
// may end: и т. д., κ.ά., p.m.
var endable = map[string]bool{"д": true, "п": true, "α": true, "m": true}

// pronouns are words of one letter that may end a sentence.
var pronouns = map[string]bool{"я": true}
