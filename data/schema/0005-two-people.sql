-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Two people see every order, whatever the program does: who reviewed does not produce, who
-- changed the data last does not approve, and an approval holds for exactly what was approved.

ALTER TABLE orders ADD COLUMN content_hash TEXT NOT NULL DEFAULT '';
ALTER TABLE orders ADD COLUMN reviewed_shown TEXT;
ALTER TABLE orders ADD COLUMN edited_by TEXT;
ALTER TABLE orders ADD COLUMN produced_by TEXT;

-- Orders of an older program: the service makes the hashes anew at its next start.
UPDATE orders SET content_hash = COALESCE (reviewed_hash, ''), reviewed_shown = reviewed_hash,
  mobile_key = NULL,
  produced_by = (SELECT who FROM audit WHERE audit.order_number = orders.number
                 AND audit.event = 'start-production' ORDER BY position DESC LIMIT 1);

-- Beyond the review there is nothing that was not approved as it is.
CREATE TRIGGER orders_are_approved BEFORE UPDATE ON orders
WHEN NEW.state IN ('fin-auth-pending', 'fin-auth-failed', 'accepted', 'in-production', 'shipped',
                   'completed')
  AND (NEW.reviewed_by IS NULL OR NEW.reviewed_hash IS NULL OR NEW.reviewed_hash = ''
       OR NEW.reviewed_hash <> NEW.content_hash)
BEGIN
  SELECT RAISE (ABORT, 'the order is not approved as it is');
END;
CREATE TRIGGER orders_begin_approved BEFORE INSERT ON orders
WHEN NEW.state IN ('fin-auth-pending', 'fin-auth-failed', 'accepted', 'in-production', 'shipped',
                   'completed')
  AND (NEW.reviewed_by IS NULL OR NEW.reviewed_hash IS NULL OR NEW.reviewed_hash = ''
       OR NEW.reviewed_hash <> NEW.content_hash)
BEGIN
  SELECT RAISE (ABORT, 'the order is not approved as it is');
END;

-- A reviewer approves what waits for a review and what they did not change themselves.
CREATE TRIGGER orders_are_approved_by_another BEFORE UPDATE ON orders
WHEN NEW.reviewed_by IS NOT NULL AND NEW.reviewed_by IS NOT OLD.reviewed_by
  AND (OLD.state NOT IN ('under-review', 'payment-verifying')
       OR NOT EXISTS (SELECT 1 FROM staff WHERE name = NEW.reviewed_by AND actors & 2 <> 0)
       OR (NEW.reviewed_by = NEW.edited_by AND NOT EXISTS (
             SELECT 1 FROM settings WHERE name = 'two-person-rule' AND value = 'off')))
BEGIN
  SELECT RAISE (ABORT, 'this person cannot approve this order now');
END;

-- What was approved is written once, with who approved it; a service that makes the hashes of an
-- older program anew does so when it sets what the order is found by.
CREATE TRIGGER orders_keep_their_approval BEFORE UPDATE ON orders
WHEN NEW.reviewed_by IS NOT NULL AND NEW.reviewed_by IS OLD.reviewed_by
  AND NEW.reviewed_hash IS NOT OLD.reviewed_hash AND OLD.mobile_key IS NOT NULL
BEGIN
  SELECT RAISE (ABORT, 'an approval is not moved to other data');
END;
CREATE TRIGGER orders_are_carried_once BEFORE UPDATE OF mobile_key ON orders
WHEN NEW.mobile_key IS NULL AND OLD.mobile_key IS NOT NULL
BEGIN
  SELECT RAISE (ABORT, 'an order is carried over once');
END;

-- Any later change of the data voids an approval.
CREATE TRIGGER orders_void_their_approval AFTER UPDATE ON orders
WHEN NEW.reviewed_by IS NOT NULL AND NEW.reviewed_hash IS NOT NEW.content_hash
BEGIN
  UPDATE orders SET reviewed_by = NULL, reviewed_hash = NULL, reviewed_shown = NULL
    WHERE number = NEW.number;
END;

-- Somebody else produces.
CREATE TRIGGER orders_are_produced_by_another BEFORE UPDATE ON orders
WHEN NEW.state IN ('in-production', 'shipped', 'completed')
  AND (OLD.state NOT IN ('in-production', 'shipped', 'completed')
       OR NEW.produced_by IS NOT OLD.produced_by OR NEW.reviewed_by IS NOT OLD.reviewed_by)
  AND (NEW.produced_by IS NULL
       OR OLD.state NOT IN ('accepted', 'in-production', 'shipped')
       OR NOT EXISTS (SELECT 1 FROM staff WHERE name = NEW.produced_by AND actors & 8 <> 0)
       OR (NEW.produced_by = NEW.reviewed_by AND NOT EXISTS (
             SELECT 1 FROM settings WHERE name = 'two-person-rule' AND value = 'off')))
BEGIN
  SELECT RAISE (ABORT, 'who reviewed an order does not produce it');
END;
CREATE TRIGGER orders_begin_produced_by_another BEFORE INSERT ON orders
WHEN NEW.state IN ('in-production', 'shipped', 'completed')
  AND (NEW.produced_by IS NULL OR NEW.produced_by = NEW.reviewed_by)
BEGIN
  SELECT RAISE (ABORT, 'who reviewed an order does not produce it');
END;

-- What lies before a reviewer, and what was approved, are the documents that were handed in.
CREATE TRIGGER documents_stay_in BEFORE INSERT ON documents
WHEN EXISTS (SELECT 1 FROM orders WHERE number = NEW.order_number AND state IN (
  'under-review', 'payment-verifying', 'fin-auth-pending', 'fin-auth-failed', 'accepted',
  'in-production', 'shipped', 'completed'))
BEGIN
  SELECT RAISE (ABORT, 'the documents of an order under review do not change');
END;
CREATE TRIGGER documents_stay_on BEFORE UPDATE OF order_number, slot, live, sha256, blob ON documents
WHEN EXISTS (SELECT 1 FROM orders WHERE number = OLD.order_number AND state IN (
  'under-review', 'payment-verifying', 'fin-auth-pending', 'fin-auth-failed', 'accepted',
  'in-production', 'shipped', 'completed'))
BEGIN
  SELECT RAISE (ABORT, 'the documents of an order under review do not change');
END;
CREATE TRIGGER documents_stay_out BEFORE DELETE ON documents
WHEN EXISTS (SELECT 1 FROM orders WHERE number = OLD.order_number AND state IN (
  'under-review', 'payment-verifying', 'fin-auth-pending', 'fin-auth-failed', 'accepted',
  'in-production', 'shipped', 'completed'))
BEGIN
  SELECT RAISE (ABORT, 'the documents of an order under review do not change');
END;
