package main

// An Event is what we read of Chatwoot's webhook payload: of message_created,
// where the message is at the top level.
type Event struct {
	Event       string `json:"event"`
	ID          int64  `json:"id"`
	Content     string `json:"content"` // null where there are only attachments
	ContentType string `json:"content_type"`
	MessageType string `json:"message_type"` // incoming, outgoing, activity, template
	Private     bool   `json:"private"`      // a note among agents

	Account struct {
		ID int64 `json:"id"`
	} `json:"account"`
	Conversation struct {
		ID int64 `json:"id"` // the number that agents see
	} `json:"conversation"`
}

// A place is a conversation in Chatwoot.
type place struct{ account, conversation int64 }

func (e Event) place() place { return place{e.Account.ID, e.Conversation.ID} }

// spoken reports whether the event is a message between the customer and an
// agent, in words. Our own notes are private: they never are.
func (e Event) spoken() bool {
	words := e.ContentType == "text" || e.ContentType == "incoming_email"
	return e.Event == "message_created" && !e.Private && e.Content != "" && words &&
		(e.MessageType == "incoming" || e.MessageType == "outgoing")
}
