/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sandbox cashier: shows the bill behind a payment code and lets a person press Pay, or pay a
 * wrong amount on purpose. The hall alone decides what is counted; afterwards the bill is read
 * again and shown as the hall has it.
 */
import { language, text } from './texts.js';

const POLL_MS = 5000;

const get = (id) => document.getElementById(id);
const path = `/v1/cashier/${location.pathname.split('/')[2] ?? ''}`;

let bill = null;
let endMs = 0;
let paying = false;
let ticker = 0;
let poller = 0;

const yuan = (fen) => (fen / 100).toFixed(2);

function fillTexts() {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  document.title = text('title');
  for (const element of document.querySelectorAll('[data-text]'))
    element.textContent = text(element.dataset.text);
}

function show(id) {
  if (!get(id).hidden)
    return;
  for (const section of document.querySelectorAll('main > section'))
    section.hidden = section.id !== id;
  get(id).querySelector('h1').focus({ preventScroll: true });
}

/* kind: 'wait', 'good' or 'stop'. name: of the texts. */
function showResult(kind, name, onRetry = null) {
  const values = bill === null ? {} : { due: yuan(bill.amount_fen) };
  clearInterval(ticker);
  clearInterval(poller);
  get('result').dataset.kind = kind;
  get('result-title').textContent = text(`${name}Title`, values);
  get('result-text').textContent = text(`${name}Text`);
  get('retry').hidden = onRetry === null;
  get('retry').onclick = onRetry;
  get('result').hidden = true;
  show('result');
}

/* "1:59:58", or "9:58" in the last hour. */
function clockText(seconds) {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  if (parts[0] === 0)
    parts.shift();
  return parts.map((part, i) => String(part).padStart(i === 0 ? 1 : 2, '0')).join(':');
}

function showLeft() {
  const leftS = Math.max(0, Math.round((endMs - performance.now()) / 1000));
  get('left').textContent = text('left', { time: clockText(leftS) });
  get('left').classList.toggle('soon', leftS <= 60);
  if (leftS === 0 && !paying)
    showResult('stop', 'expired');
}

/* "20261122000017" reads better as "20261122 000017". */
const grouped = (number) => number.replace(/^(\d{8})(\d+)$/, '$1 $2');

function showBill() {
  if (bill.state === 'issued') {
    get('bill-title').textContent = text(bill.channel);
    get('amount').textContent = `¥ ${yuan(bill.amount_fen)}`;
    get('hall').textContent = bill.hall;
    get('order').textContent = grouped(bill.order);
    show('bill');
    clearInterval(ticker);
    clearInterval(poller);
    ticker = setInterval(showLeft, 1000);
    poller = setInterval(() => refresh(), POLL_MS);
    showLeft();
  } else {
    showResult(bill.state === 'paid' ? 'good' : 'stop', bill.state);
  }
}

/* Reads the bill. Throws if the hall cannot be reached; answers false if there is no such bill. */
async function read() {
  const response = await fetch(path);
  if (response.status === 404)
    return false;
  if (!response.ok)
    throw new Error(response.statusText);
  bill = await response.json();
  const now = Date.parse(response.headers.get('Date') ?? '') || Date.now();
  endMs = performance.now() + Date.parse(bill.expires_at) - now;
  return true;
}

async function load() {
  showResult('wait', 'loading');
  try {
    if (await read())
      showBill();
    else
      showResult('stop', 'gone');
  } catch {
    showResult('stop', 'offline', load);
  }
}

/* While the page waits: somebody may have paid elsewhere, or asked for another code. */
async function refresh() {
  if (paying)
    return;
  try {
    if (await read() && !paying)
      showBill();
  } catch { /* the next one may work; Pay says what is wrong */ }
}

async function detailOf(response) {
  try {
    const problem = await response.json();
    return problem.errors?.[0]?.detail ?? problem.detail;
  } catch {
    return text('trouble');
  }
}

function setPaying(now) {
  paying = now;
  get('pay').disabled = now;
  get('other-pay').disabled = now;
  get('pay').textContent = text(now ? 'paying' : 'pay');
}

/* What the hall says to the payment; '' if it took it. */
async function send(body) {
  const response = await fetch(`${path}/pay`, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body),
  });
  return response.ok ? '' : detailOf(response);
}

const notCounted = (otherFen) => text('notCounted', {
  paid: yuan(otherFen ?? bill.amount_fen), due: yuan(bill.amount_fen),
});

async function pay(otherFen = null) {
  setPaying(true);
  get('problem').textContent = '';
  try {
    let problem = await send(otherFen === null ? {} : { amount_fen: otherFen });
    const found = await read();
    if (!found) {
      showResult('stop', 'gone');
      return;
    }
    if (problem === '' && bill.state === 'issued')
      problem = notCounted(otherFen);
    showBill();
    get('problem').textContent = problem;
  } catch {
    get('problem').textContent = text('lost');
  } finally {
    setPaying(false);
  }
}

/* Fen of "12.5", or null if it is no amount above zero. */
function fenOf(entered) {
  const match = /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec(entered.trim());
  const fen = match === null ? 0 : Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return fen > 0 ? fen : null;
}

function payOther(event) {
  const fen = fenOf(get('other-amount').value);
  event.preventDefault();
  if (fen !== null) {
    pay(fen);
  } else {
    get('problem').textContent = text('notAmount');
    get('other-amount').focus();
  }
}

fillTexts();
get('pay').onclick = () => pay();
get('other').onsubmit = payOther;
load();
