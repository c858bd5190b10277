-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Staff have a name besides the one they sign in with.
ALTER TABLE staff ADD COLUMN full_name TEXT NOT NULL DEFAULT '';
