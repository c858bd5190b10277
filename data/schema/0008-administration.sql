-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What administrators keep: staff, versions of the projects' catalogues, the calendar, the hall's
-- own audit trail; and the counts that statistics are read off.

-- Until when a password is good that an administrator gave out; 0: the person's own.
ALTER TABLE staff ADD COLUMN once_until_s BIGINT NOT NULL DEFAULT 0;

-- A hall without an administrator could not be mended from within.
CREATE TRIGGER staff_keep_an_administrator BEFORE UPDATE OF actors, disabled_s ON staff
WHEN OLD.actors & 32 <> 0 AND OLD.disabled_s = 0
  AND (NEW.actors & 32 = 0 OR NEW.disabled_s <> 0)
  AND NOT EXISTS (SELECT 1 FROM staff
                  WHERE name <> OLD.name AND actors & 32 <> 0 AND disabled_s = 0)
BEGIN
  SELECT RAISE (ABORT, 'the last administrator stays');
END;
CREATE TRIGGER staff_are_never_deleted BEFORE DELETE ON staff
BEGIN
  SELECT RAISE (ABORT, 'staff are switched off, not deleted');
END;

-- The trail of what belongs to no order. Like that of an order: a chain, written once.
CREATE TABLE ledger (
  position BIGINT PRIMARY KEY,
  at_s BIGINT NOT NULL,
  who TEXT NOT NULL,
  deed TEXT NOT NULL,
  subject TEXT NOT NULL,
  note TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
);
CREATE TRIGGER ledger_is_never_changed BEFORE UPDATE ON ledger
BEGIN
  SELECT RAISE (ABORT, 'the audit trail is append-only');
END;
CREATE TRIGGER ledger_is_never_deleted BEFORE DELETE ON ledger
BEGIN
  SELECT RAISE (ABORT, 'the audit trail is append-only');
END;
CREATE TRIGGER ledger_is_never_replaced BEFORE INSERT ON ledger
WHEN EXISTS (SELECT 1 FROM ledger WHERE position = NEW.position)
BEGIN
  SELECT RAISE (ABORT, 'the audit trail is append-only');
END;

-- Every version of a catalogue that was ever loaded, as its file was. loaded_by is '' for those
-- that came with the program.
CREATE TABLE catalog_versions (
  project TEXT NOT NULL,
  version BIGINT NOT NULL,
  sha256 TEXT NOT NULL,
  source TEXT NOT NULL,
  loaded_by TEXT NOT NULL,
  loaded_s BIGINT NOT NULL,
  PRIMARY KEY (project, version),
  UNIQUE (project, sha256)
);
CREATE TABLE catalog_active (
  project TEXT PRIMARY KEY,
  version BIGINT NOT NULL,
  FOREIGN KEY (project, version) REFERENCES catalog_versions (project, version)
);
CREATE TRIGGER catalog_versions_stay BEFORE UPDATE ON catalog_versions
BEGIN
  SELECT RAISE (ABORT, 'orders were filed with this version');
END;
CREATE TRIGGER catalog_versions_stay_there BEFORE DELETE ON catalog_versions
BEGIN
  SELECT RAISE (ABORT, 'orders were filed with this version');
END;

-- The version an order was begun with; it keeps it.
ALTER TABLE orders ADD COLUMN catalog_version BIGINT NOT NULL DEFAULT 1;
CREATE TRIGGER orders_keep_their_catalog BEFORE UPDATE OF project, catalog_version ON orders
WHEN NEW.project <> OLD.project OR NEW.catalog_version <> OLD.catalog_version
BEGIN
  SELECT RAISE (ABORT, 'an order keeps the catalogue it was filed with');
END;

-- Years that an administrator has set; they go before those of the program's own file.
CREATE TABLE calendar_years (
  year BIGINT PRIMARY KEY,
  days TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  changed_s BIGINT NOT NULL
);

-- Statistics. Days are days in China, counted from 1970; every look reads these few rows.
CREATE TABLE day_counts (
  day BIGINT NOT NULL,
  state TEXT NOT NULL,
  orders BIGINT NOT NULL,
  PRIMARY KEY (day, state)
);
-- From handing in to the answer, in quarters of an hour, so that half and nine tenths can be found.
CREATE TABLE decision_counts (
  day BIGINT NOT NULL,
  approved BIGINT NOT NULL,
  late BIGINT NOT NULL,
  quarters BIGINT NOT NULL,
  orders BIGINT NOT NULL,
  PRIMARY KEY (day, approved, late, quarters)
);
CREATE TABLE reason_counts (
  day BIGINT NOT NULL,
  code TEXT NOT NULL,
  orders BIGINT NOT NULL,
  PRIMARY KEY (day, code)
);
-- What waits for a decision, by the day it is due.
CREATE TABLE due_counts (
  day BIGINT PRIMARY KEY,
  orders BIGINT NOT NULL
);

CREATE TRIGGER day_counted_in AFTER INSERT ON orders
BEGIN
  INSERT INTO day_counts (day, state, orders)
    VALUES ((NEW.changed_s + 28800) / 86400, NEW.state, 1)
    ON CONFLICT (day, state) DO UPDATE SET orders = orders + 1;
END;
CREATE TRIGGER day_counted_on AFTER UPDATE OF state ON orders
WHEN NEW.state <> OLD.state
BEGIN
  INSERT INTO day_counts (day, state, orders)
    VALUES ((NEW.changed_s + 28800) / 86400, NEW.state, 1)
    ON CONFLICT (day, state) DO UPDATE SET orders = orders + 1;
END;

CREATE TRIGGER decisions_counted AFTER UPDATE OF state ON orders
WHEN OLD.state IN ('under-review', 'payment-verifying') AND OLD.submitted_s > 0
  AND NEW.state IN ('rejected', 'fin-auth-pending', 'accepted')
BEGIN
  INSERT INTO decision_counts (day, approved, late, quarters, orders)
    VALUES ((NEW.changed_s + 28800) / 86400, NEW.state <> 'rejected',
            OLD.deadline_s > 0 AND NEW.changed_s > OLD.deadline_s,
            MIN (MAX ((NEW.changed_s - OLD.submitted_s) / 900, 0), 5760), 1)
    ON CONFLICT (day, approved, late, quarters) DO UPDATE SET orders = orders + 1;
END;

CREATE TRIGGER reasons_counted AFTER INSERT ON returns
BEGIN
  INSERT INTO reason_counts (day, code, orders)
    VALUES ((NEW.returned_s + 28800) / 86400, NEW.code, 1)
    ON CONFLICT (day, code) DO UPDATE SET orders = orders + 1;
END;

CREATE TRIGGER due_counted_in AFTER INSERT ON orders
WHEN NEW.state IN ('under-review', 'payment-verifying') AND NEW.deadline_s > 0
BEGIN
  INSERT INTO due_counts (day, orders) VALUES ((NEW.deadline_s + 28800) / 86400, 1)
    ON CONFLICT (day) DO UPDATE SET orders = orders + 1;
END;
CREATE TRIGGER due_counted_on AFTER UPDATE OF state, deadline_s ON orders
WHEN NEW.state <> OLD.state OR NEW.deadline_s <> OLD.deadline_s
BEGIN
  UPDATE due_counts SET orders = orders - 1
    WHERE day = (OLD.deadline_s + 28800) / 86400 AND OLD.deadline_s > 0
      AND OLD.state IN ('under-review', 'payment-verifying');
  INSERT INTO due_counts (day, orders)
    SELECT (NEW.deadline_s + 28800) / 86400, 1
    WHERE NEW.state IN ('under-review', 'payment-verifying') AND NEW.deadline_s > 0
    ON CONFLICT (day) DO UPDATE SET orders = orders + 1;
END;
CREATE TRIGGER due_counted_out AFTER DELETE ON orders
WHEN OLD.state IN ('under-review', 'payment-verifying') AND OLD.deadline_s > 0
BEGIN
  UPDATE due_counts SET orders = orders - 1 WHERE day = (OLD.deadline_s + 28800) / 86400;
END;

-- What happened before this schema, as the trail of each order tells it.
INSERT INTO day_counts (day, state, orders)
  SELECT (at_s + 28800) / 86400, state, COUNT (*) FROM audit
  WHERE position = 1 OR state <> (SELECT state FROM audit AS before
                                  WHERE before.order_number = audit.order_number
                                    AND before.position = audit.position - 1)
  GROUP BY 1, 2;
INSERT INTO decision_counts (day, approved, late, quarters, orders)
  SELECT (a.at_s + 28800) / 86400, a.state <> 'rejected', 0,
    MIN (MAX ((a.at_s - (SELECT MAX (at_s) FROM audit AS handed
                         WHERE handed.order_number = a.order_number
                           AND handed.position < a.position
                           AND handed.event IN ('pay-notify', 'voucher-uploaded', 'resubmit')))
              / 900, 0), 5760), COUNT (*)
  FROM audit AS a
  JOIN audit AS b ON b.order_number = a.order_number AND b.position = a.position - 1
  WHERE b.state IN ('under-review', 'payment-verifying')
    AND a.state IN ('rejected', 'fin-auth-pending', 'accepted')
    AND EXISTS (SELECT 1 FROM audit AS handed
                WHERE handed.order_number = a.order_number AND handed.position < a.position
                  AND handed.event IN ('pay-notify', 'voucher-uploaded', 'resubmit'))
  GROUP BY 1, 2, 3, 4;
INSERT INTO reason_counts (day, code, orders)
  SELECT (returned_s + 28800) / 86400, code, COUNT (*) FROM returns GROUP BY 1, 2;
INSERT INTO due_counts (day, orders)
  SELECT (deadline_s + 28800) / 86400, COUNT (*) FROM orders
  WHERE state IN ('under-review', 'payment-verifying') AND deadline_s > 0 GROUP BY 1;
