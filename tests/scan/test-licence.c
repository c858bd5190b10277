/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading business licences: twenty of them, as people copy them. The figures of each item are
 * printed; the floors are what was measured, less one or two.
 */
#include "hall-licence.h"

#include <locale.h>

#include "hall-error.h"
#include "hall-tidy.h"
#include "licence-maker.h"
#include "scan-maker.h"

static const struct
{
  HallLicenceItemId item;
  guint floor; /* right ones of N_LICENCES */
} floors[] = {
  { HALL_LICENCE_USCC, 18 },      { HALL_LICENCE_NAME, 11 },        { HALL_LICENCE_TYPE, 5 },
  { HALL_LICENCE_LEGAL_REP, 18 }, { HALL_LICENCE_VALID_UNTIL, 16 },
};

static const char *
get_true_text (const LicenceText *text, HallLicenceItemId item)
{
  switch (item)
    {
    case HALL_LICENCE_USCC:
      return text->uscc;
    case HALL_LICENCE_NAME:
      return text->name;
    case HALL_LICENCE_TYPE:
      return text->type;
    case HALL_LICENCE_LEGAL_REP:
      return text->legal_rep;
    default:
      return text->until;
    }
}

static gboolean
skip_without_reader (void)
{
  if (!hall_licence_is_available ())
    g_test_skip ("there is no reader, or its data are not installed");
  return !hall_licence_is_available ();
}

static HallLicence *
read_copy (guint i, const LicenceWay *way)
{
  g_autoptr (GBytes) copy = licence_maker_copy (&licence_texts[i], way);
  g_autoptr (GError) error = NULL;
  HallLicence *licence =
      hall_licence_read (copy, HALL_MEDIA_JPEG, HALL_DOCUMENT_BUSINESS_LICENCE, NULL, &error);

  g_assert_no_error (error);
  return licence;
}

static LicenceWay
get_way (guint i)
{
  static const char *const families[] = { "Noto Serif CJK SC", "Noto Sans CJK SC" };

  return (LicenceWay){ families[i % 2], i % 4 < 2 ? 1 : -1, 8, 60, 0 };
}

static void
test_twenty (void)
{
  guint right[HALL_N_LICENCE_ITEMS] = { 0 }, wrong[HALL_N_LICENCE_ITEMS] = { 0 };
  gint64 started_us = g_get_monotonic_time ();

  if (skip_without_reader ())
    return;
  for (guint i = 0; i < N_LICENCES; i++)
    {
      LicenceWay way = get_way (i);
      g_autoptr (HallLicence) licence = read_copy (i, &way);

      for (guint item = 0; item <= HALL_LICENCE_VALID_UNTIL; item++)
        {
          const char *text = licence->items[item].text;
          const char *truth = get_true_text (&licence_texts[i], item);

          if (text != NULL && hall_text_equal_folded (text, truth))
            right[item]++;
          else if (text != NULL)
            wrong[item]++;
          if (text == NULL || !hall_text_equal_folded (text, truth))
            g_test_message ("%u %s: %s, not %s", i, hall_licence_item_get_name (item), truth,
                            text != NULL ? text : "read");
        }
    }
  for (guint item = 0; item <= HALL_LICENCE_VALID_UNTIL; item++)
    g_test_message ("%s: %u of %d right, %u wrong, the others left out",
                    hall_licence_item_get_name (item), right[item], N_LICENCES, wrong[item]);
  g_test_message ("%.2f s each",
                  (double) (g_get_monotonic_time () - started_us) / 1e6 / N_LICENCES);
  for (gsize row = 0; row < G_N_ELEMENTS (floors); row++)
    g_assert_cmpuint (right[floors[row].item], >=, floors[row].floor);
  g_assert_cmpuint (wrong[HALL_LICENCE_USCC], ==, 0);
}

/* On its side and on its head: the same is read, and its place is on the page as it came. */
static void
test_turned (void)
{
  static const struct
  {
    int turns;
    double x, y; /* about where the code stands */
  } ways[] = { { 0, 0.12, 0.18 }, { 1, 0.82, 0.12 }, { 2, 0.88, 0.82 }, { 3, 0.18, 0.88 } };

  if (skip_without_reader ())
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      LicenceWay way = { "Noto Sans CJK SC", 0, 0, 85, ways[i].turns };
      g_autoptr (HallLicence) licence = read_copy (1, &way);
      const HallLicenceItem *code = &licence->items[HALL_LICENCE_USCC];

      g_assert_cmpstr (code->text, ==, licence_texts[1].uscc);
      g_assert_cmpuint (code->place.page, ==, 1);
      g_assert_cmpfloat_with_epsilon (code->place.x + code->place.width / 2, ways[i].x, 0.08);
      g_assert_cmpfloat_with_epsilon (code->place.y + code->place.height / 2, ways[i].y, 0.08);
    }
}

/* No licence at all, and no picture at all: nothing is read, and nothing fails. */
static void
test_others (void)
{
  g_autoptr (GBytes) picture = scan_maker_jpeg (1200, 900);
  g_autoptr (GBytes) page = scan_maker_pdf (1, 210, 297);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("abc", 3);
  const struct
  {
    GBytes *bytes;
    HallMediaType type;
  } files[] = { { picture, HALL_MEDIA_JPEG },
                { page, HALL_MEDIA_PDF },
                { nothing, HALL_MEDIA_PDF } };

  if (skip_without_reader ())
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HallLicence) licence =
          hall_licence_read (files[i].bytes, files[i].type, HALL_DOCUMENT_BUSINESS_LICENCE, NULL,
                             &error);

      g_assert_no_error (error);
      g_assert_true (hall_licence_is_empty (licence));
    }
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) nothing = g_bytes_new_static ("abc", 3);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  if (skip_without_reader ())
    return;
  g_cancellable_cancel (cancellable);
  g_assert_null (hall_licence_read (nothing, HALL_MEDIA_PDF, HALL_DOCUMENT_BUSINESS_LICENCE,
                                    cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/licence/twenty", test_twenty);
  g_test_add_func ("/licence/turned", test_turned);
  g_test_add_func ("/licence/others", test_others);
  g_test_add_func ("/licence/cancelled", test_cancelled);
  return g_test_run ();
}
