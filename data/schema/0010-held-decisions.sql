-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Whatever staff decide and the handler is told of waits ten seconds, the cashier's decisions and
-- refunds too; and an approval is nothing but the decision that follows from the verdicts.

CREATE TABLE held_decisions (
  order_number TEXT PRIMARY KEY REFERENCES orders (number),
  event TEXT NOT NULL CHECK (event IN ('review-passed', 'review-rejected', 'funds-confirmed',
                                       'funds-rejected', 'request-refund')),
  staff TEXT NOT NULL,
  shown_hash TEXT NOT NULL,
  text_sealed TEXT,
  body_sealed TEXT,
  made_s BIGINT NOT NULL,
  due_s BIGINT NOT NULL,
  CHECK (due_s >= made_s + 10)
);
INSERT INTO held_decisions
  SELECT order_number, event, staff, shown_hash, text_sealed, NULL, made_s, due_s FROM decisions;
DROP TRIGGER verdicts_wait_in;
DROP TRIGGER verdicts_wait_on;
DROP TRIGGER verdicts_wait_out;
DROP TABLE decisions;
ALTER TABLE held_decisions RENAME TO decisions;
CREATE INDEX decisions_due ON decisions (due_s);

CREATE TRIGGER decisions_are_made_once BEFORE UPDATE ON decisions
BEGIN
  SELECT RAISE (ABORT, 'a decision is made or undone, never changed');
END;
CREATE TRIGGER verdicts_wait_in BEFORE INSERT ON verdicts
WHEN EXISTS (SELECT 1 FROM decisions WHERE order_number = NEW.order_number)
BEGIN
  SELECT RAISE (ABORT, 'the order has been decided');
END;
CREATE TRIGGER verdicts_wait_on BEFORE UPDATE ON verdicts
WHEN EXISTS (SELECT 1 FROM decisions WHERE order_number = OLD.order_number)
BEGIN
  SELECT RAISE (ABORT, 'the order has been decided');
END;
CREATE TRIGGER verdicts_wait_out BEFORE DELETE ON verdicts
WHEN EXISTS (SELECT 1 FROM decisions WHERE order_number = OLD.order_number)
BEGIN
  SELECT RAISE (ABORT, 'the order has been decided');
END;

-- Nobody becomes the reviewer of an order but by a decision that waited, about exactly what is
-- written down as shown, with nothing returned.
CREATE TRIGGER orders_are_approved_by_verdicts BEFORE UPDATE ON orders
WHEN NEW.reviewed_by IS NOT NULL AND NEW.reviewed_by IS NOT OLD.reviewed_by
  AND (NOT EXISTS (SELECT 1 FROM decisions WHERE order_number = NEW.number
                   AND event = 'review-passed' AND staff = NEW.reviewed_by
                   AND shown_hash = NEW.reviewed_shown)
       OR NOT EXISTS (SELECT 1 FROM verdicts WHERE order_number = NEW.number)
       OR EXISTS (SELECT 1 FROM verdicts WHERE order_number = NEW.number AND accepted = 0))
BEGIN
  SELECT RAISE (ABORT, 'an approval follows from verdicts and a decision');
END;
