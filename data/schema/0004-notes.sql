-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What staff write to each other about an order. No answer to an applicant reads this table.
CREATE TABLE notes (
  order_number TEXT NOT NULL REFERENCES orders (number),
  position BIGINT NOT NULL,
  text_sealed TEXT NOT NULL,
  staff TEXT NOT NULL,
  at_s BIGINT NOT NULL,
  PRIMARY KEY (order_number, position)
);
