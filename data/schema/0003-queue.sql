-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The staff's queue: each tab is an index in the order its list is read in, counts are kept
-- beside the orders, and an order is found by number, mobile, credit code or part of a name.

-- Handed in again after a return, and to whom it comes back first.
ALTER TABLE orders ADD COLUMN resubmitted BIGINT NOT NULL DEFAULT 0;
ALTER TABLE orders ADD COLUMN wanted_by TEXT;
-- Keyed hashes; NULL until the service has made them once, '' where there is nothing to find.
ALTER TABLE orders ADD COLUMN mobile_key TEXT;
ALTER TABLE orders ADD COLUMN uscc_key TEXT;

-- What came back goes first, then the nearest deadline; what has none comes last.
ALTER TABLE orders ADD COLUMN queue_rank BIGINT GENERATED ALWAYS AS (
  (CASE WHEN resubmitted = 1 THEN 0 ELSE 1000000000000 END)
  + (CASE WHEN deadline_s = 0 THEN 253402300799 ELSE deadline_s END)) VIRTUAL;
-- A name as it is searched: no spaces, one kind of brackets, small letters.
ALTER TABLE orders ADD COLUMN organisation_folded TEXT GENERATED ALWAYS AS (
  lower (replace (replace (replace (organisation, ' ', ''), '（', '('), '）', ')'))) VIRTUAL;

UPDATE orders SET resubmitted = 1,
  wanted_by = (SELECT returned_by FROM returns
               WHERE returns.order_number = orders.number ORDER BY round DESC LIMIT 1)
WHERE state IN ('under-review', 'payment-verifying')
  AND EXISTS (SELECT 1 FROM audit
              WHERE audit.order_number = orders.number AND audit.event = 'resubmit');

-- One index for each tab of hall-queue-store.c, with the same words.
CREATE INDEX orders_in_review ON orders (queue_rank, number)
  WHERE state IN ('under-review', 'payment-verifying');
CREATE INDEX orders_in_auth ON orders (queue_rank, number)
  WHERE state IN ('awaiting-handler-auth', 'rejected') AND handler_auth = 'alternative';
CREATE INDEX orders_in_shipping ON orders (queue_rank, number)
  WHERE state IN ('in-production', 'shipped');
CREATE INDEX orders_in_funds ON orders (queue_rank, number)
  WHERE state = 'payment-verifying';
CREATE INDEX orders_in_fin_auth_failed ON orders (queue_rank, number)
  WHERE state = 'fin-auth-failed';
CREATE INDEX orders_in_production ON orders (queue_rank, number)
  WHERE state = 'accepted';
CREATE INDEX orders_in_refund ON orders (queue_rank, number)
  WHERE state = 'refund-pending';
CREATE INDEX orders_in_all ON orders (queue_rank, number)
  WHERE state IN ('under-review', 'payment-verifying', 'rejected', 'fin-auth-pending',
                  'fin-auth-failed', 'accepted', 'in-production', 'shipped', 'completed',
                  'refund-pending', 'refunded');
CREATE INDEX orders_wanted ON orders (wanted_by, queue_rank, number)
  WHERE state IN ('under-review', 'payment-verifying');
DROP INDEX orders_by_state;
DROP INDEX orders_by_deadline;
-- The clock asks for what has not been touched for long. An expression, so that no list of a tab
-- is ever read off this index and sorted.
CREATE INDEX orders_idle ON orders ((state || ''), changed_s);
CREATE INDEX orders_by_mobile ON orders (mobile_key, number) WHERE mobile_key <> '';
CREATE INDEX orders_by_uscc ON orders (uscc_key, number) WHERE uscc_key <> '';
CREATE INDEX orders_without_keys ON orders (number) WHERE mobile_key IS NULL;

CREATE TABLE order_counts (
  state TEXT NOT NULL,
  handler_auth TEXT NOT NULL,
  orders BIGINT NOT NULL,
  PRIMARY KEY (state, handler_auth)
);
INSERT INTO order_counts (state, handler_auth, orders)
  SELECT state, handler_auth, COUNT (*) FROM orders GROUP BY state, handler_auth;

CREATE TRIGGER orders_counted_in AFTER INSERT ON orders
BEGIN
  INSERT INTO order_counts (state, handler_auth, orders) VALUES (NEW.state, NEW.handler_auth, 1)
    ON CONFLICT (state, handler_auth) DO UPDATE SET orders = orders + 1;
END;
CREATE TRIGGER orders_counted_out AFTER DELETE ON orders
BEGIN
  UPDATE order_counts SET orders = orders - 1
    WHERE state = OLD.state AND handler_auth = OLD.handler_auth;
END;
CREATE TRIGGER orders_counted_on AFTER UPDATE OF state, handler_auth ON orders
WHEN NEW.state <> OLD.state OR NEW.handler_auth <> OLD.handler_auth
BEGIN
  UPDATE order_counts SET orders = orders - 1
    WHERE state = OLD.state AND handler_auth = OLD.handler_auth;
  INSERT INTO order_counts (state, handler_auth, orders) VALUES (NEW.state, NEW.handler_auth, 1)
    ON CONFLICT (state, handler_auth) DO UPDATE SET orders = orders + 1;
END;

-- Every two characters that stand together in a name. Positions are a table, so that one plain
-- statement cuts a name into its parts.
CREATE TABLE positions (position BIGINT PRIMARY KEY);
WITH RECURSIVE counting (position) AS (
  SELECT 1 UNION ALL SELECT position + 1 FROM counting WHERE position < 200)
INSERT INTO positions SELECT position FROM counting;

CREATE TABLE name_parts (
  part TEXT NOT NULL,
  order_number TEXT NOT NULL,
  PRIMARY KEY (part, order_number)
) WITHOUT ROWID;
INSERT INTO name_parts (part, order_number)
  SELECT DISTINCT substr (organisation_folded, position, 2), number FROM orders, positions
  WHERE position < length (organisation_folded);

CREATE TRIGGER name_parts_in AFTER INSERT ON orders
BEGIN
  INSERT INTO name_parts (part, order_number)
    SELECT DISTINCT substr (NEW.organisation_folded, position, 2), NEW.number FROM positions
    WHERE position < length (NEW.organisation_folded);
END;
CREATE TRIGGER name_parts_on AFTER UPDATE OF organisation ON orders
WHEN NEW.organisation <> OLD.organisation
BEGIN
  DELETE FROM name_parts WHERE order_number = OLD.number AND part IN (
    SELECT substr (OLD.organisation_folded, position, 2) FROM positions
    WHERE position < length (OLD.organisation_folded));
  INSERT INTO name_parts (part, order_number)
    SELECT DISTINCT substr (NEW.organisation_folded, position, 2), NEW.number FROM positions
    WHERE position < length (NEW.organisation_folded);
END;
CREATE TRIGGER name_parts_out AFTER DELETE ON orders
BEGIN
  DELETE FROM name_parts WHERE order_number = OLD.number AND part IN (
    SELECT substr (OLD.organisation_folded, position, 2) FROM positions
    WHERE position < length (OLD.organisation_folded));
END;

-- Who has an order on the desk. A lease that is not renewed lapses.
CREATE TABLE claims (
  order_number TEXT PRIMARY KEY REFERENCES orders (number),
  staff TEXT NOT NULL,
  since_s BIGINT NOT NULL,
  seen_s BIGINT NOT NULL
);
CREATE INDEX claims_by_staff ON claims (staff, order_number);
CREATE INDEX claims_by_age ON claims (seen_s);
