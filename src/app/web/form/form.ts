import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { readClicks } from './clicks.ts';
import {
  type Answer,
  type DrawnField,
  drawField,
  type Language,
  make,
  type PublicForm,
} from './draw-field.ts';
import { formWords } from './form-words.ts';

const address = location.pathname.split('/').at(-1) ?? '';
const asked = new URL(location.href).searchParams;
const embedded = asked.has('embed');
const root = document.getElementById('form') ?? document.body;
let language: Language = (asked.get('lang') ?? navigator.language).startsWith('zh') ? 'zh' : 'en';
const words = () => formWords[language];

document.body.classList.toggle('embedded', embedded);
new ResizeObserver(() => parent.postMessage({ ydFormHeight: root.scrollHeight + 8 }, '*')).observe(root);
void (address === 'preview' ? preview() : open());

/** Drawn as the builder says, from one keystroke to the next; nothing can be sent. */
function preview(): void {
  addEventListener('message', (event) => {
    const { ydForm, ydLanguage } = event.data as { ydForm?: PublicForm; ydLanguage?: Language };
    if (event.origin !== location.origin || !ydForm) return;
    language = ydLanguage ?? language;
    draw(ydForm, null);
  });
  parent.postMessage({ ydReady: true }, location.origin);
}

async function open(): Promise<void> {
  const answer = await fetch(`/api/v1/form-pages/${encodeURIComponent(address)}`).catch(() => null);
  if (!answer?.ok) return say(answer?.status === 429 ? words().often : words().gone);
  const { form, proof } = (await answer.json()) as { form: PublicForm | null; proof: Challenge | null };
  if (!form || !proof) return say(words().ended);
  if (form.oncePerDevice && remembered(`yd.sent.${address}`)) return say(words().already);
  // The work begins while he is still reading, so that nobody waits for it.
  draw(
    form,
    solveChallenge({ challenge: proof, deriveKey }).then((solution) => ({ challenge: proof, solution })),
  );
}

function say(text: string): void {
  root.replaceChildren(make('p', { class: 'done' }, text));
}

type Work = Promise<{ challenge: Challenge; solution: unknown }>;

function draw(form: PublicForm, work: Work | null): void {
  const both = (text: { zh: string; en: string }) => text[language] || text.zh || text.en;
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  document.title = both(form.texts.title);
  const drawn = form.fields.map((field) => ({ field, ...drawField(field, language) }));
  const toggle = make('button', { type: 'button', class: 'language' }, words().other);
  toggle.addEventListener('click', () => {
    language = language === 'zh' ? 'en' : 'zh';
    draw(form, work);
  });
  const send = make('button', { type: 'submit', class: 'send' }, both(form.texts.button));
  const trap = make('input', { type: 'text', name: 'website', tabindex: '-1', autocomplete: 'off' });
  const failed = make('p', { class: 'problem', role: 'alert' });
  const consent = form.consent ? drawConsent(both(form.consent.text)) : null;
  const sheet = make('form', { novalidate: '' });
  sheet.append(
    ...drawn.map(({ element }) => element),
    make('div', { class: 'away', 'aria-hidden': 'true' }, make('label', {}, 'website', trap)),
    ...(consent ? [consent.element] : []),
    send,
    failed,
  );
  sheet.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!work || !complete(drawn, consent)) return;
    send.disabled = true;
    send.textContent = words().sending;
    const values = Object.fromEntries(drawn.map(({ field, read }) => [field.key, read()]));
    const consentVersion = form.consent?.version ?? null;
    void post({ values, consentVersion, website: trap.value }, work).then((problem) => {
      if (!problem) return finish(form, both(form.texts.thanks));
      send.disabled = false;
      send.textContent = both(form.texts.button);
      failed.textContent = problem;
    });
  });
  const head = make('div', { class: 'head' }, make('h1', {}, both(form.texts.title)), toggle);
  const intro = both(form.texts.intro);
  root.replaceChildren(head, ...(intro ? [make('p', { class: 'intro' }, intro)] : []), sheet);
}

function drawConsent(text: string): DrawnField {
  const box = make('input', { type: 'checkbox', id: 'consent' });
  const problem = make('p', { class: 'problem', role: 'alert' });
  const line = make(
    'label',
    { class: 'check', for: 'consent' },
    box,
    make('span', {}, `${words().agreeTo} ${text}`),
  );
  return {
    element: make('div', { class: 'consent' }, line, problem),
    read: () => box.checked,
    mark: (said) => {
      problem.textContent = said ?? '';
      box.setAttribute('aria-invalid', String(said !== null));
    },
  };
}

type Asked = DrawnField & { readonly field: PublicForm['fields'][number] };

function complete(drawn: readonly Asked[], consent: DrawnField | null): boolean {
  const isEmpty = (answer: Answer) =>
    typeof answer === 'string'
      ? answer.trim() === ''
      : answer === false || (Array.isArray(answer) && answer.length === 0);
  let whole = true;
  for (const { field, read, mark, element } of drawn) {
    const lacking = field.required && isEmpty(read());
    mark(lacking ? words().required : null);
    if (lacking && whole) element.querySelector<HTMLElement>('input, select, textarea')?.focus();
    if (lacking) whole = false;
  }
  const agreed = consent === null || consent.read() === true;
  consent?.mark(agreed ? null : words().agree);
  return whole && agreed;
}

async function post(sent: Record<string, unknown>, work: Work): Promise<string | null> {
  const clicks = readClicks();
  const body = {
    ...sent,
    proof: await work,
    device: device(),
    lastClick: clicks.last,
    firstClick: clicks.first,
  };
  const answer = await fetch(`/api/v1/form-pages/${encodeURIComponent(address)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => null);
  if (answer?.status === 202) return null;
  return answer?.status === 429 ? words().often : words().failed;
}

function finish(form: PublicForm, thanks: string): void {
  remember(`yd.sent.${address}`, new Date().toISOString());
  say(thanks);
  if (form.redirectUrl?.startsWith('https://')) window.open(form.redirectUrl, embedded ? '_top' : '_self');
}

function device(): string {
  const before = remembered('yd.device');
  if (before) return before;
  const fresh = crypto.randomUUID();
  remember('yd.device', fresh);
  return fresh;
}

function remembered(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Without a memory every visit is the first.
  }
}
