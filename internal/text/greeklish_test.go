package text

import (
	"strings"
	"testing"
)

func TestSkeleton(t *testing.T) {
	// The first spelling is the right one; all others must come out like it.
	groups := []string{
		"καθυστέρηση kathisterisi kathysterisi ka8ysterhsh kauysterhsh ka9usterish καθιστέριση",
		"καθυστέρησε kathisterise ka8ysterhse",
		"θέλω thelo 8elo thelw 8elw 9elo qelw θέλο",
		"εσείς eseis esis eseis εσίς",
		"ευχαριστώ euxaristo efharisto efxaristo eyxaristw eucharisto efcharisto ευχαριστό",
		"δεν den dhen",
		"μπορείτε mporeite borite boreite mporite μπορίτε",
		"χαλασμένο xalasmeno halasmeno chalasmeno",
		"λυπάμαι lypamai lupamai lipame lypame λυπάμε",
		"πότε pote",
		"γιατί giati yiati γιατή",
		"γεια geia gia yia ya yeia",
		"παραγγελία paraggelia paragelia paragkelia parangelia παραγκελία",
		"παραγγελίας paraggelias paragelias",
		"αριθμός arithmos ari8mos",
		"τηλέφωνο thlefwno tilefono tilephono thlefono",
		"την thn tin",
		"της ths tis",
		"στην sthn stin",
		"αυτή auth afti auti avti ayth",
		"αυτός autos aftos avtos aytos",
		"βοήθεια voitheia boh8eia voi8eia boitheia vohtheia βοήθια",
		"πρόβλημα problhma provlima provlhma problima",
		"υπάρχει uparxei yparxei iparxi yparchei iparhi",
		"έχω exo exw eho echo",
		"έχετε exete ehete echete",
		"έχει exei exi ehei echei",
		"χρήματα xrhmata chrimata xrimata",
		"ξέρω ksero xero 3erw jerw kserw",
		"εξήγηση eksigisi exhghsh e3igisi exigisi",
		"εντάξει entaksei edaxi endaksi enta3ei edaksei",
		"ντροπή ntropi ntroph dropi",
		"απαράδεκτο aparadekto",
		"απογοητευμένος apogohteumenos apogoiteymenos apogoitevmenos",
		"επιστροφή epistrofi epistrofh epistrophi",
		"λεφτά lefta leuta leyta",
		"κρατημένο krathmeno kratimeno",
		"πήρα phra pira",
		"σχέση sxesi shesi sxesh schesi",
		"ψέμα psema 4ema",
		"καλημέρα kalimera kalhmera καλιμέρα",
		"καλησπέρα kalispera kalhspera",
		"παρακαλώ parakalo parakalw παρακαλό",
		"μου mou moy",
		"σας sas",
		"είναι einai ine eine einai είνε",
		"και kai ke κε",
		"πού pou poy",
		"όχι oxi ohi ochi",
		"ναι nai ne",
		"συγγνώμη syggnomi signomi sugnwmh suggnwmh συγνώμη",
		"συγχαρητήρια sygxaritiria synxaritiria sugxarhthria",
		"υπόλοιπο ypoloipo upoloipo ipolipo",
		"χάλια xalia halia chalia",
		"ταμπλέτα tampleta tableta",
		"τσάντα tsanta tsanda",
		"πακέτο paketo pakketo",
		"άλλος allos alos",
		"πάλι pali",
		"πάει paei",
		"αργεί argei argi",
		"περιμένω perimeno perimenw",
		"εξαιρετικά exairetika eksairetika e3eretika",
		"ακόμα akoma akwma",
		"μήνυμα mhnyma minima mhnuma minyma",
		"σήμερα simera shmera",
		"αύριο aurio avrio ayrio",
		"πρωί proi prwi",
		"νεύρα neura nevra neyra",
		"θυμός thymos 8umos thimos",
		"ανησυχώ anhsyxw anisixo anisiho anhsuxw",
		"γυναίκα gynaika ginaika yineka gunaika",
		"σύνδεση syndesi sindesh sundesi",
		"προσφορά prosfora prosphora",
		"ημέρα hmera imera",
		"εταιρεία etaireia eteria etairia etaireia εταιρία",
		"τζάμι tzami",
		"δέμα dema",
		"ψυχή psyxh psixi psychi",
		"έθνος ethnos e8nos",
		"εχθρός exthros ex8ros echthros",
		"δη dei",
	}
	pairs := 0
	for _, group := range groups {
		spellings := strings.Fields(group)
		want := Skeleton(Fold(spellings[0]))
		for _, spelling := range spellings[1:] {
			pairs++
			if got := Skeleton(Fold(spelling)); got != want {
				t.Errorf("Skeleton(%q) = %q, want %q as of %q", spelling, got, want, spellings[0])
			}
		}
	}
	t.Logf("%d pairs", pairs)
}

// TestSkeletonTellsApart keeps the key from becoming so rough that it matches
// what it should not.
func TestSkeletonTellsApart(t *testing.T) {
	for _, pair := range [][2]string{
		{"θέλω", "τελώ"}, {"φορά", "βορά"}, {"δεν", "θεν"}, {"πότε", "ποτό"}, {"εσύ", "εσείς"}, {"εσάς", "εσείς"},
		{"μου", "με"}, {"καλά", "κακά"}, {"αργά", "άργησε"}, {"σου", "σε"}, {"λάθος", "λάδι"},
	} {
		if a, b := Skeleton(Fold(pair[0])), Skeleton(Fold(pair[1])); a == b {
			t.Errorf("%s and %s have one skeleton, %q", pair[0], pair[1], a)
		}
	}
}

func TestSkeletonIsASCII(t *testing.T) {
	for _, in := range []string{"", "привет", "你好", "8", "αβγ\u0301", strings.Repeat("χωρίς", 100)} {
		for _, r := range Skeleton(Fold(in)) {
			if r > 127 {
				t.Errorf("Skeleton(%q) has %q", in, r)
			}
		}
	}
}
