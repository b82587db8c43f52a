'use strict';
// The conversation as it was written stays in this tab (sessionStorage): the
// server keeps no words.

const byId = id => document.getElementById(id);
const log = byId('log'), options = byId('options'), form = byId('form'), message = byId('message'), language = byId('language');
let words = {};
let chat = { id: '', language: 'en', said: [], options: [] };

async function call(path, body) {
  const answer = await fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  if (!answer.ok) throw Object.assign(new Error(path), { status: answer.status });
  return answer.json();
}

function translate() {
  document.documentElement.lang = chat.language;
  language.value = chat.language;
  const here = words[chat.language];
  for (const e of document.querySelectorAll('[data-word]')) e.textContent = here[e.dataset.word];
  document.title = here.title;
}

function show(who, text, lang) {
  const item = document.createElement('li');
  item.className = who;
  item.lang = lang;
  const name = document.createElement('span');
  name.className = 'hidden';
  name.textContent = words[chat.language][who] + ': ';
  item.append(name, text);
  log.append(item);
  log.scrollTop = log.scrollHeight;
}

function offer(list, lang) {
  options.replaceChildren(...list.map(text => {
    const button = document.createElement('button');
    button.type = 'button';
    button.lang = lang;
    button.textContent = text;
    button.addEventListener('click', () => send(text));
    return button;
  }));
  log.scrollTop = log.scrollHeight;
}

function keep() {
  sessionStorage.setItem('chat', JSON.stringify(chat));
}

function take(reply) {
  if (words[reply.language] && reply.language !== chat.language) {
    chat.language = reply.language; // the customer writes in another language: the page follows
    translate();
  }
  chat.said.push(['bot', reply.text, reply.language]);
  chat.options = reply.options || [];
  show('bot', reply.text, reply.language);
  offer(chat.options, reply.language);
  keep();
}

function busy(yes) {
  for (const button of document.querySelectorAll('button')) button.disabled = yes;
  form.setAttribute('aria-busy', yes);
}

async function attempt(what) {
  busy(true);
  byId('failed').hidden = true;
  try {
    await what();
  } catch (error) {
    byId('failed').hidden = false;
    if (error.status === 404) sessionStorage.removeItem('chat'); // forgotten: begin anew next time
  } finally {
    busy(false);
  }
}

function begin() {
  return attempt(async () => {
    const begun = await call('conversations', { language: chat.language });
    chat = { id: begun.id, language: chat.language, said: [], options: [] };
    log.replaceChildren();
    take(begun.reply);
  });
}

function send(text) {
  return attempt(async () => {
    const reply = await call(`conversations/${chat.id}/messages`, { text });
    chat.said.push(['you', text, chat.language]);
    show('you', text, chat.language);
    message.value = '';
    take(reply);
    message.focus();
  });
}

form.addEventListener('submit', event => {
  event.preventDefault();
  const text = message.value.trim();
  if (text && form.getAttribute('aria-busy') !== 'true') send(text);
});
message.addEventListener('keydown', event => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    form.requestSubmit();
  }
});
language.addEventListener('change', () => {
  chat.language = language.value;
  translate();
  begin();
});
byId('restart').addEventListener('click', begin);

async function open() {
  words = await (await fetch('words.json')).json();
  const kept = sessionStorage.getItem('chat');
  if (kept) {
    chat = JSON.parse(kept);
    translate();
    for (const [who, text, lang] of chat.said) show(who, text, lang);
    offer(chat.options, chat.language);
    return;
  }
  const wanted = navigator.languages.map(l => l.split('-')[0]).find(l => words[l]);
  chat.language = wanted || 'en';
  translate();
  await begin();
}
open();
