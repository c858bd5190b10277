/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-content.h"

static gboolean
is_covered (const HallSection *section, HallContentPart part)
{
  if (part == HALL_CONTENT_SHOWN)
    return TRUE;
  return !section->editable_after_acceptance
         && (part == HALL_CONTENT_TRANSFER || section->subject != HALL_SECTION_ACCOUNT);
}

static char *
hash_fields (const HallApplication *application, const HallCatalog *catalog, HallContentPart part)
{
  g_autoptr (HallApplication) covered = hall_application_copy (application);

  for (guint i = 0; i < catalog->sections->len; i++)
    {
      const HallSection *section = g_ptr_array_index (catalog->sections, i);

      for (guint j = 0; j < section->fields->len && !is_covered (section, part); j++)
        {
          const HallField *field = g_ptr_array_index (section->fields, j);

          g_hash_table_remove (covered->values, field->id);
          g_hash_table_remove (covered->confirmed, field->id);
        }
    }
  return hall_application_hash_all (covered);
}

char *
hall_content_hash (const HallApplication *application,
                   const HallCatalog *catalog,
                   HallContentPart part,
                   HallContentFind find,
                   gpointer data)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *fields = hash_fields (application, catalog, part);

  g_checksum_update (checksum, (const guchar *) fields, -1);
  for (guint i = 0; i < catalog->requirements->len; i++)
    {
      const HallRequirement *requirement = g_ptr_array_index (catalog->requirements, i);
      const char *sha256 = requirement->at_payment ? NULL : find (requirement->slot, data);

      if (sha256 != NULL)
        g_checksum_update (checksum, (const guchar *) sha256, -1);
      g_checksum_update (checksum, (const guchar *) "\n", 1);
    }
  return g_strdup (g_checksum_get_string (checksum));
}
