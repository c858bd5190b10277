-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What a reviewer says of each field and document, boxes drawn on what goes back, what the handler
-- was told, and decisions that wait ten seconds before they take effect.

-- judged_key is what stood there when it was judged: of anything else the verdict says nothing.
CREATE TABLE verdicts (
  order_number TEXT NOT NULL REFERENCES orders (number),
  place TEXT NOT NULL,
  position BIGINT NOT NULL,
  accepted BIGINT NOT NULL,
  returns_sealed TEXT,
  judged_key TEXT NOT NULL,
  staff TEXT NOT NULL,
  at_s BIGINT NOT NULL,
  PRIMARY KEY (order_number, place),
  CHECK ((accepted = 1) = (returns_sealed IS NULL))
);

-- "page x y width height" in ten-thousandths of the page.
ALTER TABLE returns ADD COLUMN mark TEXT;

CREATE TABLE letters (
  order_number TEXT NOT NULL REFERENCES orders (number),
  round BIGINT NOT NULL,
  text_sealed TEXT NOT NULL,
  PRIMARY KEY (order_number, round)
);

CREATE TABLE decisions (
  order_number TEXT PRIMARY KEY REFERENCES orders (number),
  event TEXT NOT NULL CHECK (event IN ('review-passed', 'review-rejected')),
  staff TEXT NOT NULL,
  shown_hash TEXT NOT NULL,
  text_sealed TEXT,
  made_s BIGINT NOT NULL,
  due_s BIGINT NOT NULL,
  CHECK (due_s >= made_s + 10)
);
CREATE INDEX decisions_due ON decisions (due_s);

-- Whose decision waits is settled when it is made; and as long as it waits, so are the verdicts
-- that it follows from.
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
