-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What tells a reviewer that something was seen before, and what changed since it was returned.

-- Keyed hash of the bank account; NULL until the order is saved the next time, '' without one.
ALTER TABLE orders ADD COLUMN bank_key TEXT;
CREATE INDEX orders_by_bank ON orders (bank_key, number) WHERE bank_key <> '';
-- The file that was in a slot before.
CREATE INDEX documents_by_order ON documents (order_number, slot, id);
