-- The world outside, as a practice hall pretends it: what carriers and banks were given.
-- A file of its own, because none of this is the hall's.

CREATE TABLE counters (
  name TEXT PRIMARY KEY,
  value BIGINT NOT NULL
);

CREATE TABLE practice_messages (
  id BIGINT PRIMARY KEY,
  kind TEXT NOT NULL,
  idempotency_key TEXT NOT NULL UNIQUE,
  recipient TEXT NOT NULL,
  text TEXT NOT NULL,
  amount_fen BIGINT NOT NULL,
  order_number TEXT,
  result TEXT NOT NULL,
  at_s BIGINT NOT NULL
);
