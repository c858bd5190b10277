/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Showing one step at a time, and telling a screen reader about it.
 */
import { language, text } from './texts.js';

export const get = (id) => document.getElementById(id);

export function fillTexts() {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  document.title = text('title');
  for (const element of document.querySelectorAll('[data-text]'))
    element.textContent = text(element.dataset.text);
}

/* Shows the section and no other. The focus goes to its heading, so that it is read out. */
export function showStep(id) {
  for (const section of document.querySelectorAll('main > section'))
    section.hidden = section.id !== id;
  window.scrollTo(0, 0);
  get(id).querySelector('h1').focus({ preventScroll: true });
}

/* Within a step: only what is marked for the mode is there. */
export function showMode(section, mode) {
  section.dataset.mode = mode;
  for (const element of section.querySelectorAll('[data-when]'))
    element.hidden = !element.dataset.when.split(' ').includes(mode);
}

/* kind: 'wait', 'good', 'stop' or 'other'. onRetry: what the button does; no button without. */
export function showNotice(kind, title, body, onRetry = null) {
  get('notice').dataset.kind = kind;
  get('notice-title').textContent = title;
  get('notice-text').textContent = body;
  get('notice-retry').hidden = onRetry === null;
  get('notice-retry').onclick = onRetry;
  showStep('notice');
}

/* Said by a screen reader when it has finished what it is saying. */
export function say(what) {
  get('said').textContent = what;
}

export function paragraphs(parent, body) {
  parent.replaceChildren(...body.split('\n').filter((line) => line.trim() !== '').map((line) => {
    const paragraph = document.createElement('p');
    paragraph.textContent = line;
    return paragraph;
  }));
}
