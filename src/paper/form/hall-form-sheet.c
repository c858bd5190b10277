/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-form-sheet.h"

#include "hall-error.h"
#include "hall-form-declaration.h"
#include "hall-sheet-frame.h"

#define GROUP_GAP_MM 1.5

static GPtrArray *
make_groups (HallFormTable *table)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  g_ptr_array_add (groups, hall_form_table_make_certificate (table));
  for (guint i = 0; i < table->catalog->sections->len; i++)
    {
      const HallSection *section = g_ptr_array_index (table->catalog->sections, i);
      GPtrArray *group = hall_form_table_make_section (table, section);

      if (group != NULL)
        g_ptr_array_add (groups, group);
    }
  g_ptr_array_add (groups, hall_form_declaration_make (table));
  return groups;
}

GBytes *
hall_form_sheet_print (const HallCatalog *catalog,
                       const HallApplication *application,
                       const HallSheetInfo *info,
                       HallSheetPlan *plan,
                       GError **error)
{
  HallFormTable table = {
    .plan = plan,
    .catalog = catalog,
    .application = application,
    .type = hall_catalog_find_type (catalog, application->certificate_type),
  };
  HallSheetTexts texts = { HALL_SHEET_FORM, NULL, hall_label_get (&catalog->label, HALL_LANG_ZH_CN),
                           "涂改处须加盖公章。" };
  g_autoptr (HallSheetFrame) frame = NULL;
  g_autoptr (HallPaper) paper = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (GPtrArray) pages = NULL;
  double top;

  if (table.type == NULL)
    {
      g_set_error (error, HALL_ERROR, HALL_ERROR_INVALID, "%s has no certificate type “%s”",
                   catalog->id, application->certificate_type);
      return NULL;
    }
  texts.title = hall_label_get (&table.type->form_title, HALL_LANG_ZH_CN);
  frame = hall_sheet_frame_new (info, &texts, error);
  if (frame != NULL)
    paper = hall_paper_new (texts.title, info->hall_name, info->confirmed_at_s, error);
  if (paper == NULL)
    return NULL;
  table.paper = paper;
  groups = make_groups (&table);
  top = hall_sheet_frame_get_top (frame);
  pages =
      hall_groups_break (groups, hall_sheet_frame_get_bottom (frame) - top, GROUP_GAP_MM, error);
  if (pages == NULL)
    return NULL;
  for (guint i = 0; i < pages->len; i++)
    {
      hall_sheet_frame_draw (frame, paper, plan, pages->len);
      hall_groups_draw (g_ptr_array_index (pages, i), paper, plan, top, GROUP_GAP_MM);
    }
  return hall_paper_finish (paper, error);
}
