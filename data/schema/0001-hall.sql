-- The hall's tables. Times are seconds since 1970 UTC, money is whole fen, states and
-- events are their stable names. Columns named *_sealed hold data encrypted under the
-- hall's key file; *_key columns hold keyed hashes to look things up by.

CREATE TABLE counters (
  name TEXT PRIMARY KEY,
  value BIGINT NOT NULL
);

CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
);

CREATE TABLE accounts (
  id TEXT PRIMARY KEY,
  mobile_key TEXT NOT NULL UNIQUE,
  mobile_sealed TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  created_s BIGINT NOT NULL,
  failed_tries BIGINT NOT NULL DEFAULT 0,
  locked_until_s BIGINT NOT NULL DEFAULT 0
);

CREATE TABLE staff (
  name TEXT PRIMARY KEY,
  password_hash TEXT NOT NULL,
  actors BIGINT NOT NULL,
  created_s BIGINT NOT NULL,
  disabled_s BIGINT NOT NULL DEFAULT 0,
  failed_tries BIGINT NOT NULL DEFAULT 0,
  locked_until_s BIGINT NOT NULL DEFAULT 0
);

CREATE TABLE sessions (
  token_hash TEXT PRIMARY KEY,
  account TEXT REFERENCES accounts (id),
  staff TEXT REFERENCES staff (name),
  created_s BIGINT NOT NULL,
  expires_s BIGINT NOT NULL,
  CHECK ((account IS NULL) <> (staff IS NULL))
);
CREATE INDEX sessions_by_account ON sessions (account);
CREATE INDEX sessions_by_staff ON sessions (staff);
CREATE INDEX sessions_by_end ON sessions (expires_s);

CREATE TABLE sms_codes (
  mobile_key TEXT NOT NULL,
  purpose TEXT NOT NULL,
  code_hash TEXT NOT NULL,
  sent_s BIGINT NOT NULL,
  expires_s BIGINT NOT NULL,
  tries_left BIGINT NOT NULL,
  PRIMARY KEY (mobile_key, purpose)
);

CREATE TABLE sms_sent (
  mobile_key TEXT NOT NULL,
  sent_s BIGINT NOT NULL
);
CREATE INDEX sms_sent_by_mobile ON sms_sent (mobile_key, sent_s);

CREATE TABLE orders (
  number TEXT PRIMARY KEY,
  account TEXT NOT NULL REFERENCES accounts (id),
  project TEXT NOT NULL,
  certificate_type TEXT NOT NULL,
  organisation TEXT NOT NULL,
  state TEXT NOT NULL,
  handler_auth TEXT NOT NULL,
  payment TEXT NOT NULL,
  fin_auth TEXT NOT NULL,
  invoice TEXT NOT NULL,
  version BIGINT NOT NULL,
  revision BIGINT NOT NULL,
  change_number BIGINT NOT NULL,
  application_sealed TEXT NOT NULL,
  printed_hash TEXT,
  amount_fen BIGINT NOT NULL,
  channel TEXT,
  created_s BIGINT NOT NULL,
  changed_s BIGINT NOT NULL,
  submitted_s BIGINT NOT NULL,
  deadline_s BIGINT NOT NULL,
  identity_key TEXT,
  identity_s BIGINT NOT NULL,
  alternative_sealed TEXT,
  reviewed_by TEXT,
  reviewed_hash TEXT,
  return_round BIGINT NOT NULL,
  bank_reason TEXT,
  code_hash TEXT,
  courier TEXT,
  tracking_number TEXT,
  pin_hash TEXT,
  pin_sent_s BIGINT NOT NULL,
  audit_count BIGINT NOT NULL,
  audit_head TEXT NOT NULL
);
CREATE INDEX orders_by_account ON orders (account, created_s DESC, number DESC);
CREATE INDEX orders_by_state ON orders (state, deadline_s, number);
CREATE INDEX orders_by_deadline ON orders (deadline_s, number);
CREATE INDEX orders_by_change ON orders (change_number);

CREATE TABLE consents (
  id BIGINT PRIMARY KEY,
  account TEXT,
  order_number TEXT REFERENCES orders (number),
  document TEXT NOT NULL,
  version TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  given_s BIGINT NOT NULL,
  address TEXT NOT NULL,
  agent TEXT NOT NULL
);
CREATE INDEX consents_by_order ON consents (order_number);

CREATE TABLE revisions (
  order_number TEXT NOT NULL REFERENCES orders (number),
  revision BIGINT NOT NULL,
  application_sealed TEXT NOT NULL,
  printed_hash TEXT NOT NULL,
  confirmed_s BIGINT NOT NULL,
  PRIMARY KEY (order_number, revision)
);

CREATE TABLE documents (
  id BIGINT PRIMARY KEY,
  order_number TEXT NOT NULL REFERENCES orders (number),
  slot TEXT NOT NULL,
  live BIGINT NOT NULL,
  stale BIGINT NOT NULL,
  revision BIGINT NOT NULL,
  file_name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes BIGINT NOT NULL,
  sha256 TEXT NOT NULL,
  pages BIGINT NOT NULL,
  findings TEXT NOT NULL,
  blob TEXT NOT NULL,
  uploaded_s BIGINT NOT NULL
);
CREATE UNIQUE INDEX documents_live ON documents (order_number, slot) WHERE live = 1;
CREATE INDEX documents_by_hash ON documents (sha256);

CREATE TABLE returns (
  order_number TEXT NOT NULL REFERENCES orders (number),
  round BIGINT NOT NULL,
  position BIGINT NOT NULL,
  code TEXT NOT NULL,
  place TEXT NOT NULL,
  text_sealed TEXT,
  before_key TEXT NOT NULL,
  returned_by TEXT NOT NULL,
  returned_s BIGINT NOT NULL,
  PRIMARY KEY (order_number, round, position)
);

CREATE TABLE audit (
  order_number TEXT NOT NULL REFERENCES orders (number),
  position BIGINT NOT NULL,
  at_s BIGINT NOT NULL,
  actor TEXT NOT NULL,
  who TEXT NOT NULL,
  event TEXT NOT NULL,
  state TEXT NOT NULL,
  version BIGINT NOT NULL,
  revision BIGINT NOT NULL,
  note TEXT NOT NULL,
  data_hash TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (order_number, position)
);

CREATE TABLE payments (
  id TEXT PRIMARY KEY,
  order_number TEXT NOT NULL REFERENCES orders (number),
  channel TEXT NOT NULL,
  amount_fen BIGINT NOT NULL,
  qr TEXT NOT NULL,
  state TEXT NOT NULL,
  created_s BIGINT NOT NULL,
  expires_s BIGINT NOT NULL,
  transaction_number TEXT,
  paid_s BIGINT NOT NULL
);
CREATE INDEX payments_by_order ON payments (order_number, created_s);

CREATE TABLE payment_notices (
  id BIGINT PRIMARY KEY,
  payment TEXT NOT NULL REFERENCES payments (id),
  transaction_number TEXT NOT NULL,
  amount_fen BIGINT NOT NULL,
  verdict TEXT NOT NULL,
  at_s BIGINT NOT NULL
);
CREATE INDEX payment_notices_by_payment ON payment_notices (payment);

CREATE TABLE auth_links (
  token_hash TEXT PRIMARY KEY,
  token_sealed TEXT NOT NULL,
  order_number TEXT NOT NULL REFERENCES orders (number),
  state TEXT NOT NULL,
  actions TEXT NOT NULL,
  created_s BIGINT NOT NULL,
  expires_s BIGINT NOT NULL
);
CREATE INDEX auth_links_by_order ON auth_links (order_number, created_s);

CREATE TABLE captures (
  token_hash TEXT NOT NULL REFERENCES auth_links (token_hash),
  name TEXT NOT NULL,
  order_number TEXT NOT NULL,
  blob TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  at_s BIGINT NOT NULL,
  PRIMARY KEY (token_hash, name)
);
CREATE INDEX captures_by_order ON captures (order_number);

CREATE TABLE outbox (
  id BIGINT PRIMARY KEY,
  kind TEXT NOT NULL,
  order_number TEXT,
  payload_sealed TEXT NOT NULL,
  state TEXT NOT NULL,
  attempts BIGINT NOT NULL,
  due_s BIGINT NOT NULL,
  created_s BIGINT NOT NULL,
  last_error TEXT
);
CREATE INDEX outbox_due ON outbox (due_s) WHERE state <> 'done' AND state <> 'failed';
CREATE INDEX outbox_by_order ON outbox (order_number);

CREATE TABLE idempotency (
  key TEXT NOT NULL,
  caller TEXT NOT NULL,
  request_hash TEXT NOT NULL,
  status BIGINT NOT NULL,
  etag TEXT,
  location TEXT,
  body_sealed TEXT NOT NULL,
  created_s BIGINT NOT NULL,
  PRIMARY KEY (key, caller)
);
CREATE INDEX idempotency_by_age ON idempotency (created_s);

-- An entry of the audit trail is written once and never again.
CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
BEGIN
  SELECT RAISE (ABORT, 'the audit trail is append-only');
END;
CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit
BEGIN
  SELECT RAISE (ABORT, 'the audit trail is append-only');
END;
-- REPLACE would delete without asking the trigger above.
CREATE TRIGGER audit_is_never_replaced BEFORE INSERT ON audit
WHEN EXISTS (SELECT 1 FROM audit
             WHERE order_number = NEW.order_number AND position = NEW.position)
BEGIN
  SELECT RAISE (ABORT, 'the audit trail is append-only');
END;
