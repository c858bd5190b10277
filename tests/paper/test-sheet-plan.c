/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a plan says stands on the page where it says so: looked at as pixels and as text.
 */
#include "hall-sheet-plan.h"

#include <string.h>

#include "form-fixture.h"
#include "hall-form-sheet.h"
#include "hall-json.h"
#include "hall-paper.h"
#include "hall-seal-sheet.h"
#include "hall-sheet-marks.h"
#include "page-text.h"
#include "sample.h"

#define DPI 254 /* ten pixels a millimetre */

typedef GBytes *(*Print) (const HallCatalog *,
                          const HallApplication *,
                          const HallSheetInfo *,
                          HallSheetPlan *,
                          GError **);

static const Print sheets[] = { hall_form_sheet_print, hall_seal_sheet_print };

static GBytes *
print (const FormFixture *self, gsize sheet, HallSheetPlan *plan)
{
  g_autoptr (GError) error = NULL;
  GBytes *pdf = sheets[sheet](self->catalog, self->application, &self->info, plan, &error);

  g_assert_no_error (error);
  return pdf;
}

static void
assert_on_page (const HallSheetPlan *plan)
{
  for (guint i = 0; i < plan->regions->len; i++)
    {
      const HallRegion *region = g_ptr_array_index (plan->regions, i);
      const HallBox *box = &region->box;

      g_assert_cmpuint (region->page, >=, 1);
      g_assert_cmpuint (region->page, <=, plan->n_pages);
      g_assert_cmpfloat (box->width, >, 0);
      g_assert_cmpfloat (box->height, >, 0);
      g_assert_cmpfloat (box->x, >=, 5);
      g_assert_cmpfloat (box->y, >=, 5);
      g_assert_cmpfloat (box->x + box->width, <=, plan->width_mm - 5);
      g_assert_cmpfloat (box->y + box->height, <=, plan->height_mm - 5);
    }
}

static guint
count (const HallSheetPlan *plan, HallRegionKind kind, guint page)
{
  guint n = 0;

  for (guint i = 0; i < plan->regions->len; i++)
    {
      const HallRegion *region = g_ptr_array_index (plan->regions, i);

      n += region->kind == kind && region->page == page;
    }
  return n;
}

static void
assert_size (
    const HallSheetPlan *plan, HallRegionKind kind, const char *name, double width, double height)
{
  const HallRegion *region = hall_sheet_plan_find (plan, kind, name);

  g_assert_nonnull (region);
  g_assert_cmpfloat (region->box.width, >=, width);
  g_assert_cmpfloat (region->box.height, >=, height);
}

static void
test_form (FormFixture *self, gconstpointer type)
{
  g_autoptr (HallSheetPlan) plan = hall_sheet_plan_new ();
  g_autoptr (GBytes) pdf = print (self, 0, plan);
  const HallRegion *seal = hall_sheet_plan_find (plan, HALL_REGION_SEAL, NULL);

  (void) type;
  assert_on_page (plan);
  g_assert_cmpint (form_count_pages (pdf), ==, (int) plan->n_pages);
  assert_size (plan, HALL_REGION_SIGNATURE, "handler", 60, 20);
  g_assert_nonnull (hall_sheet_plan_find (plan, HALL_REGION_FIELD, "organisation.name"));
  g_assert_nonnull (hall_sheet_plan_find (plan, HALL_REGION_FIELD, "legal_rep.name"));
  g_assert_nonnull (hall_sheet_plan_find (plan, HALL_REGION_TEXT, "declaration"));
  g_assert_cmpfloat_with_epsilon (seal->box.width, 48, 0.01);
  g_assert_cmpfloat_with_epsilon (seal->box.height, 48, 0.01);
}

static void
test_seal_sheet (FormFixture *self, gconstpointer type)
{
  g_autoptr (HallSheetPlan) plan = hall_sheet_plan_new ();
  g_autoptr (GBytes) pdf = print (self, 1, plan);
  gboolean is_for_person = !g_str_equal (type, "organisation");

  assert_on_page (plan);
  g_assert_cmpuint (plan->n_pages, ==, 1);
  g_assert_cmpuint (count (plan, HALL_REGION_OFFICIAL_FRAME, 1), ==, is_for_person ? 0 : 3);
  g_assert_cmpuint (count (plan, HALL_REGION_PRIVATE_FRAME, 1), ==, is_for_person ? 2 : 0);
  g_assert_cmpuint (count (plan, HALL_REGION_SIGNATURE_FRAME, 1), ==, is_for_person ? 2 : 0);
  g_assert_cmpuint (count (plan, HALL_REGION_CONFIRM_FRAME, 1), ==, is_for_person ? 1 : 0);
  g_assert_cmpuint (count (plan, HALL_REGION_TICK, 1), ==, is_for_person ? 2 : 0);
  if (!is_for_person)
    {
      assert_size (plan, HALL_REGION_OFFICIAL_FRAME, "3", 56, 56);
      return;
    }
  assert_size (plan, HALL_REGION_PRIVATE_FRAME, "2", 60, 40);
  assert_size (plan, HALL_REGION_SIGNATURE_FRAME, "1", 60, 40);
  assert_size (plan, HALL_REGION_CONFIRM_FRAME, NULL, 60, 60);
  g_assert_nonnull (hall_sheet_plan_find (plan, HALL_REGION_TICK, "private"));
  g_assert_nonnull (hall_sheet_plan_find (plan, HALL_REGION_TICK, "signature"));
}

static gboolean
is_dark (cairo_surface_t *picture, double x_mm, double y_mm)
{
  const guint8 *row = cairo_image_surface_get_data (picture)
                      + (int) (y_mm * 10) * cairo_image_surface_get_stride (picture);

  return (((const guint32 *) (const void *) row)[(int) (x_mm * 10)] & 0xff) < 128;
}

/* Dark to its edge in four directions and white around. */
static void
assert_disc (cairo_surface_t *picture, const HallBox *box)
{
  double x = box->x + box->width / 2, y = box->y + box->height / 2, r = box->width / 2;

  for (int i = -1; i <= 1; i += 2)
    {
      g_assert_true (is_dark (picture, x + i * (r - 0.2), y));
      g_assert_true (is_dark (picture, x, y + i * (r - 0.2)));
      g_assert_false (is_dark (picture, x + i * (r + 0.2), y));
      g_assert_false (is_dark (picture, x, y + i * (r + 0.2)));
      g_assert_false (is_dark (picture, x + i * r * 0.9, y + r * 0.9));
    }
}

/* A QR has a dark corner in three of its own, one module wide; around it is white. */
static void
assert_code (cairo_surface_t *picture, const HallBox *box)
{
  double right = box->x + box->width, bottom = box->y + box->height;

  g_assert_true (is_dark (picture, box->x + 0.3, box->y + 0.3));
  g_assert_true (is_dark (picture, right - 0.3, box->y + 0.3));
  g_assert_true (is_dark (picture, box->x + 0.3, bottom - 0.3));
  for (double along = 0; along < box->width; along += 0.5)
    {
      g_assert_false (is_dark (picture, box->x + along, box->y - 0.3));
      g_assert_false (is_dark (picture, box->x - 0.3, box->y + along));
      g_assert_false (is_dark (picture, right + 0.3, box->y + along));
    }
}

static void
check_pixels (GBytes *pdf, const HallSheetPlan *plan)
{
  for (guint page = 1; page <= plan->n_pages; page++)
    {
      cairo_surface_t *picture = page_text_render (pdf, (int) page - 1, DPI);

      g_assert_cmpuint (count (plan, HALL_REGION_MARK, page), ==, 4);
      g_assert_cmpuint (count (plan, HALL_REGION_CODE, page), ==, 1);
      for (guint i = 0; i < plan->regions->len; i++)
        {
          const HallRegion *region = g_ptr_array_index (plan->regions, i);

          if (region->page == page && region->kind == HALL_REGION_MARK)
            assert_disc (picture, &region->box);
          if (region->page == page && region->kind == HALL_REGION_CODE)
            assert_code (picture, &region->box);
        }
      cairo_surface_destroy (picture);
    }
}

static void
make_long (FormFixture *self)
{
  g_autofree char *name = sample_long_text ("深圳市", "测试样例科技", "有限公司", 100);
  g_autofree char *address = sample_long_text ("广东省深圳市", "南山区测试路", "1号", 200);

  hall_application_set (self->application, "organisation.name", name);
  hall_application_set (self->application, "organisation.address", address);
}

static void
test_pixels (FormFixture *self, gconstpointer type)
{
  (void) type;
  self->info.practice = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_autoptr (HallSheetPlan) plan = hall_sheet_plan_new ();
      g_autoptr (GBytes) pdf = print (self, i, plan);

      check_pixels (pdf, plan);
    }
}

/* What the cell of a field must say. (transfer full) (nullable): NULL: not a field's value */
static char *
expect (const FormFixture *self, const HallRegion *region)
{
  const HallField *field = hall_catalog_find_field (self->catalog, region->name);
  const char *value = hall_application_get (self->application, region->name);
  const HallChoice *choice = field != NULL ? hall_field_find_choice (field, value) : NULL;

  if (field == NULL)
    return NULL;
  if (*value == '\0')
    return g_strdup ("—");
  return page_text_squeeze (choice != NULL ? hall_label_get (&choice->label, HALL_LANG_ZH_CN)
                                           : value);
}

static guint
check_fields (const FormFixture *self, GBytes *pdf, const HallSheetPlan *plan)
{
  guint n = 0;

  for (guint i = 0; i < plan->regions->len; i++)
    {
      const HallRegion *region = g_ptr_array_index (plan->regions, i);
      PopplerRectangle box = { HALL_MM_TO_PT (region->box.x), HALL_MM_TO_PT (region->box.y),
                               HALL_MM_TO_PT (region->box.x + region->box.width),
                               HALL_MM_TO_PT (region->box.y + region->box.height) };
      g_autofree char *wanted = NULL;
      g_autofree char *said = NULL;

      if (region->kind != HALL_REGION_FIELD && region->kind != HALL_REGION_TEXT)
        continue;
      said = page_text_read_box (pdf, (int) region->page - 1, &box);
      g_assert_cmpstr (said, !=, "");
      wanted = region->kind == HALL_REGION_FIELD ? expect (self, region) : NULL;
      if (wanted == NULL)
        continue;
      g_test_message ("%s: %s", region->name, said);
      g_assert_true (g_str_has_suffix (said, wanted)); /* a declared field's label is before it */
      n++;
    }
  return n;
}

static void
test_fields (FormFixture *self, gconstpointer type)
{
  (void) type;
  for (int is_long = 0; is_long <= 1; is_long++)
    {
      if (is_long)
        make_long (self);
      for (gsize i = 0; i < G_N_ELEMENTS (sheets); i++)
        {
          g_autoptr (HallSheetPlan) plan = hall_sheet_plan_new ();
          g_autoptr (GBytes) pdf = print (self, i, plan);

          g_assert_cmpuint (check_fields (self, pdf, plan), >=, i == 0 ? 9 : 3);
        }
    }
}

/* Looking changes nothing, and a plan reads back as it was written. */
static void
test_round_trip (FormFixture *self, gconstpointer type)
{
  (void) type;
  for (gsize i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_autoptr (HallSheetPlan) plan = hall_sheet_plan_new ();
      g_autoptr (GBytes) with = print (self, i, plan);
      g_autoptr (GBytes) without = print (self, i, NULL);
      g_autoptr (JsonNode) node = hall_sheet_plan_to_json (plan);
      g_autofree char *text = json_to_string (node, FALSE);
      g_autoptr (GError) error = NULL;
      g_autoptr (HallSheetPlan) again = hall_sheet_plan_parse (text, -1, &error);
      g_autoptr (JsonNode) node_again = NULL;

      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (with, without));
      node_again = hall_sheet_plan_to_json (again);
      g_assert_true (json_node_equal (node, node_again));
      g_assert_cmpuint (again->n_pages, ==, plan->n_pages);
    }
}

int
main (int argc, char **argv)
{
  static const FormTest tests[] = {
    { "form", test_form },     { "seal-sheet", test_seal_sheet }, { "pixels", test_pixels },
    { "fields", test_fields }, { "round-trip", test_round_trip },
  };

  g_test_init (&argc, &argv, NULL);
  return form_run_tests ("sheet-plan", tests, G_N_ELEMENTS (tests));
}
