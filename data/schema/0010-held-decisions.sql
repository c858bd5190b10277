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

-- Statistics of a year read every row of it: times are kept to a quarter of an hour within a day's
-- work, to an hour within three days, to a day beyond; each by the last quarter that belongs to it.
DROP TRIGGER decisions_counted;
CREATE TABLE coarse_counts AS
  SELECT day, approved, late,
    CASE WHEN quarters < 32 THEN quarters
         WHEN quarters < 288 THEN quarters / 4 * 4 + 3
         ELSE MIN (quarters / 96 * 96 + 95, 5760) END AS quarters, SUM (orders) AS orders
  FROM decision_counts GROUP BY 1, 2, 3, 4;
DELETE FROM decision_counts;
INSERT INTO decision_counts (day, approved, late, quarters, orders)
  SELECT day, approved, late, quarters, orders FROM coarse_counts;
DROP TABLE coarse_counts;
CREATE TRIGGER decisions_counted AFTER UPDATE OF state ON orders
WHEN OLD.state IN ('under-review', 'payment-verifying') AND OLD.submitted_s > 0
  AND NEW.state IN ('rejected', 'fin-auth-pending', 'accepted')
BEGIN
  INSERT INTO decision_counts (day, approved, late, quarters, orders)
    SELECT (NEW.changed_s + 28800) / 86400, NEW.state <> 'rejected',
           OLD.deadline_s > 0 AND NEW.changed_s > OLD.deadline_s,
           CASE WHEN took.quarters < 32 THEN MAX (took.quarters, 0)
                WHEN took.quarters < 288 THEN took.quarters / 4 * 4 + 3
                ELSE MIN (took.quarters / 96 * 96 + 95, 5760) END, 1
    FROM (SELECT (NEW.changed_s - OLD.submitted_s) / 900 AS quarters) AS took
    WHERE TRUE
    ON CONFLICT (day, approved, late, quarters) DO UPDATE SET orders = orders + 1;
END;

-- Orders of an older program, which the service makes the keys of at its next start.
CREATE INDEX orders_left ON orders (number) WHERE bank_key IS NULL;
