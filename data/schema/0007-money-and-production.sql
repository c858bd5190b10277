-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What the bank says has come in, and the certificates that were made.

-- How each bank writes its statements, as JSON.
CREATE TABLE bank_formats (
  bank TEXT PRIMARY KEY,
  format TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  changed_s BIGINT NOT NULL
);

-- line_key is a keyed hash of all that a line says and of which of its twins it is, so that the
-- same file read again adds nothing.
CREATE TABLE statement_lines (
  id BIGINT PRIMARY KEY,
  line_key TEXT NOT NULL UNIQUE,
  bank TEXT NOT NULL,
  amount_fen BIGINT NOT NULL CHECK (amount_fen > 0),
  content_sealed TEXT NOT NULL,
  payer_key TEXT NOT NULL,
  number_in_remark TEXT NOT NULL,
  imported_by TEXT NOT NULL,
  imported_s BIGINT NOT NULL,
  order_number TEXT REFERENCES orders (number),
  used_by TEXT,
  used_s BIGINT NOT NULL DEFAULT 0,
  set_aside_by TEXT
);
CREATE INDEX statement_lines_open ON statement_lines (id)
  WHERE order_number IS NULL AND set_aside_by IS NULL;
CREATE INDEX statement_lines_by_payer ON statement_lines (payer_key, id)
  WHERE order_number IS NULL AND set_aside_by IS NULL;
CREATE INDEX statement_lines_by_number ON statement_lines (number_in_remark, id)
  WHERE order_number IS NULL AND set_aside_by IS NULL;
CREATE INDEX statement_lines_by_order ON statement_lines (order_number)
  WHERE order_number IS NOT NULL;
CREATE INDEX orders_in_funds_by_name ON orders (organisation_folded, number)
  WHERE state = 'payment-verifying';

CREATE TRIGGER statement_lines_are_used_once BEFORE UPDATE ON statement_lines
WHEN OLD.order_number IS NOT NULL
BEGIN
  SELECT RAISE (ABORT, 'this line of the statement has been used');
END;
CREATE TRIGGER statement_lines_say_what_the_bank_said BEFORE UPDATE ON statement_lines
WHEN NEW.amount_fen <> OLD.amount_fen OR NEW.content_sealed <> OLD.content_sealed
  OR NEW.line_key <> OLD.line_key OR NEW.payer_key <> OLD.payer_key
BEGIN
  SELECT RAISE (ABORT, 'a line of the statement is not changed');
END;
CREATE TRIGGER statement_lines_stay BEFORE DELETE ON statement_lines
BEGIN
  SELECT RAISE (ABORT, 'a line of the statement is not deleted');
END;
-- REPLACE would delete without asking the trigger above.
CREATE TRIGGER statement_lines_are_never_replaced BEFORE INSERT ON statement_lines
WHEN EXISTS (SELECT 1 FROM statement_lines WHERE id = NEW.id)
BEGIN
  SELECT RAISE (ABORT, 'a line of the statement is not replaced');
END;

CREATE TABLE certificates (
  order_number TEXT PRIMARY KEY REFERENCES orders (number),
  serial TEXT NOT NULL UNIQUE,
  valid_from TEXT NOT NULL,
  valid_to TEXT NOT NULL,
  entered_by TEXT NOT NULL,
  entered_s BIGINT NOT NULL,
  CHECK (valid_to > valid_from)
);

-- The certificate belongs to production, and who reviewed does not produce.
CREATE TRIGGER certificates_are_entered_by_producers BEFORE INSERT ON certificates
WHEN NOT EXISTS (
  SELECT 1 FROM orders JOIN staff ON staff.name = NEW.entered_by
  WHERE orders.number = NEW.order_number AND orders.state = 'in-production'
    AND staff.actors & 8 <> 0
    AND (orders.reviewed_by IS NOT NEW.entered_by OR EXISTS (
           SELECT 1 FROM settings WHERE name = 'two-person-rule' AND value = 'off')))
BEGIN
  SELECT RAISE (ABORT, 'who reviewed an order does not produce it');
END;
CREATE TRIGGER certificates_are_changed_by_producers BEFORE UPDATE ON certificates
WHEN NEW.order_number <> OLD.order_number OR NOT EXISTS (
  SELECT 1 FROM orders JOIN staff ON staff.name = NEW.entered_by
  WHERE orders.number = NEW.order_number AND orders.state = 'in-production'
    AND staff.actors & 8 <> 0
    AND (orders.reviewed_by IS NOT NEW.entered_by OR EXISTS (
           SELECT 1 FROM settings WHERE name = 'two-person-rule' AND value = 'off')))
BEGIN
  SELECT RAISE (ABORT, 'who reviewed an order does not produce it');
END;
