/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The calls behind one link, /v1/phone/{token}. Knows nothing of the page.
 */

const TIMEOUT_MS = 60 * 1000;

/* Why a call failed, as far as the page reacts differently:
 *   lost      no answer; the same call again may work
 *   gone      the link is used up or too old
 *   conflict  the hall is in another state than we think; load the task again
 *   refused   the hall does not take what we sent; detail says why
 *   busy      too often, or something is wrong over there; later */
export class Failure extends Error {
  constructor(kind, detail = '') {
    super(detail || kind);
    this.kind = kind;
    this.detail = detail;
  }
}

function failureOf(request) {
  let detail = '';
  try {
    const problem = JSON.parse(request.responseText);
    detail = problem.errors?.[0]?.detail ?? problem.detail ?? '';
  } catch { /* not a problem document: the status says enough */ }
  if (request.status === 404)
    return new Failure('gone', detail);
  if (request.status === 409)
    return new Failure('conflict', detail);
  if (request.status === 429 || request.status >= 500)
    return new Failure('busy', detail);
  return new Failure('refused', detail);
}

/* XMLHttpRequest and not fetch: fetch does not tell how much of a body has left. */
function send(method, path, { body = null, type = null, onPercent = null } = {}) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, path);
    request.timeout = TIMEOUT_MS;
    if (type !== null)
      request.setRequestHeader('Content-Type', type);
    if (onPercent !== null) {
      request.upload.onprogress = (event) => {
        if (event.lengthComputable)
          onPercent(Math.floor(100 * event.loaded / event.total));
      };
    }
    request.onload = () => {
      if (request.status >= 200 && request.status < 300)
        resolve(request);
      else
        reject(failureOf(request));
    };
    request.onerror = request.ontimeout = request.onabort = () => reject(new Failure('lost'));
    request.send(body);
  });
}

export class PhoneLink {
  /* token: as it stands in the address, still percent-encoded. */
  constructor(token) {
    this.path = `/v1/phone/${token}`;
  }

  /* The task, and how many milliseconds it still lives by the clock of the hall. */
  async load() {
    const request = await send('GET', this.path);
    const task = JSON.parse(request.responseText);
    const now = Date.parse(request.getResponseHeader('Date') ?? '') || Date.now();
    return { task, livesMs: Date.parse(task.expires_at) - now };
  }

  agree({ id, version, sha256 }) {
    return this.#sendJson('PUT', '/consent', { id, version, sha256 });
  }

  put(captureId, picture, onPercent) {
    return send('PUT', `${this.path}/captures/${captureId}`,
                { body: picture, type: 'image/jpeg', onPercent });
  }

  finish() {
    return this.#sendJson('POST', '/finish', {});
  }

  decline() {
    return send('DELETE', this.path);
  }

  #sendJson(method, path, value) {
    return send(method, this.path + path,
                { body: JSON.stringify(value), type: 'application/json' });
  }
}
