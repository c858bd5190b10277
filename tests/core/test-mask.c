/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What lists and logs show of a personal value.
 */
#include "hall-mask.h"

#include <string.h>

static const struct
{
  char *(*mask) (const char *value);
  const char *value;
  const char *masked;
} rows[] = {
  { hall_mask_nothing, "深圳市", "深圳市" },
  { hall_mask_nothing, "", "" },
  { hall_mask_all, "测试路1号", "****" },
  { hall_mask_all, "", "" },
  { hall_mask_name, "张三", "张*" },
  { hall_mask_name, "欧阳修", "欧**" },
  { hall_mask_name, "𠮷野", "𠮷*" },
  { hall_mask_name, "John", "J***" },
  { hall_mask_name, "张", "*" },
  { hall_mask_name, "", "" },
  { hall_mask_id, "440524188001010014", "440***********0014" },
  { hall_mask_id, "11010519491231002X", "110***********002X" },
  { hall_mask_id, "E12345678", "E*******8" }, /* a passport: not seven of nine */
  { hall_mask_id, "1234567890", "1********0" },
  { hall_mask_id, "12345", "*****" },
  { hall_mask_code, "91999999MA0000023Y", "9199**********023Y" },
  { hall_mask_code, "123456789012", "12********12" },
  { hall_mask_mobile, "13800138000", "138****8000" },
  { hall_mask_mobile, "0755-26500000", "075******0000" },
  { hall_mask_mobile, "138", "***" },
  { hall_mask_account, "755900000010101", "***********0101" },
  { hall_mask_account, "123456", "*****6" },
  { hall_mask_account, "1", "*" },
  { hall_mask_email, "zs@example.com", "z***@example.com" },
  { hall_mask_email, "z@example.com", "z***@example.com" },
  { hall_mask_email, "张三@example.com", "张***@example.com" },
  { hall_mask_email, "a@b@example.com", "a***@example.com" },
  { hall_mask_email, "@example.com", "****" },
  { hall_mask_email, "no mail at all", "****" },
  { hall_mask_email, "", "" },
  { hall_mask_address, "广东省深圳市南山区测试路1号", "广东省深圳市****" },
  { hall_mask_address, "深圳南山", "深圳****" },
  { hall_mask_address, "深", "****" },
  { hall_mask_address, "", "" },
};

static void
test_rows (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *masked = rows[i].mask (rows[i].value);

      g_test_message ("“%s”", rows[i].value);
      g_assert_cmpstr (masked, ==, rows[i].masked);
    }
}

/* However long a value is, at least a third of it is hidden. */
static void
test_every_length (void)
{
  static char *(*const masks[]) (const char *) = { hall_mask_id, hall_mask_code, hall_mask_mobile,
                                                   hall_mask_account, hall_mask_name };

  for (gsize i = 0; i < G_N_ELEMENTS (masks); i++)
    for (gsize length = 1; length <= 32; length++)
      {
        g_autofree char *value = g_strnfill (length, '7');
        g_autofree char *masked = masks[i](value);
        gsize shown = length;

        for (const char *p = masked; *p != '\0'; p++)
          shown -= *p == '*';
        g_assert_cmpuint (strlen (masked), ==, length);
        g_assert_cmpuint (shown * 3, <=, length * 2);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mask/rows", test_rows);
  g_test_add_func ("/mask/every-length", test_every_length);
  return g_test_run ();
}
