// Package phrases says what fits a customer, in the customer's language and
// register: it loads the catalogs under locales, picks a phrase, renders it
// with names, numbers and times, and composes whole replies that begin and
// end on the human level.
//
// Everything here is safe for concurrent use.
package phrases
