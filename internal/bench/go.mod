module github.com/empathykit/empathykit/internal/bench

go 1.26.0

replace github.com/empathykit/empathykit => ../..

require (
	github.com/abadojack/whatlanggo v1.0.1
	github.com/coregx/ahocorasick v0.3.1
	github.com/empathykit/empathykit v0.0.0-00010101000000-000000000000
	github.com/jonreiter/govader v0.0.0-20250429093935-f6505c8d03cc
	github.com/nicksnyder/go-i18n/v2 v2.7.0
	github.com/pemistahl/lingua-go v1.4.0
	go.uber.org/goleak v1.3.0
	golang.org/x/text v0.43.0
)

require (
	github.com/go-playground/locales v0.14.2 // indirect
	github.com/pelletier/go-toml/v2 v2.4.3 // indirect
	github.com/shopspring/decimal v1.3.1 // indirect
	golang.org/x/exp v0.0.0-20221106115401-f9659909a136 // indirect
	gonum.org/v1/gonum v0.8.2 // indirect
	google.golang.org/protobuf v1.31.0 // indirect
)
