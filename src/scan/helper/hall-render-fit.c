/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The document doctor's two jobs; hall-fit.c has the other end.
 *
 *   fit-open PAGE    the file is the one part; a line of JSON and the preview's pixels go out
 *   fit-make         the wish is the first part, the files follow; lines "progress N" go out,
 *                    then a line of JSON and the document
 *
 * In place of both answers can stand {"findings": […]}.
 */
#include <stdio.h>
#include <stdlib.h>

#include "hall-error.h"
#include "hall-fit-maker.h"
#include "hall-render-jobs.h"
#include "hall-render-parts.h"
#include "hall-wire-finding.h"

static void
write_bytes (GBytes *bytes)
{
  gsize size = 0;
  const void *data = g_bytes_get_data (bytes, &size);

  fwrite (data, 1, size, stdout);
}

static void
write_failure (const GError *error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  GPtrArray *findings = hall_error_get_findings (error);
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "findings");
  hall_wire_add_findings (builder, findings != NULL ? findings : none, HALL_LANG_EN);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, FALSE);
  fputs (text, stdout);
}

static void
on_progress (guint per_cent)
{
  printf ("progress %u\n", per_cent);
  fflush (stdout);
}

int
hall_render_fit_open (int argc, char **argv)
{
  g_autoptr (GBytes) bytes = argc == 2 ? hall_render_read_part () : NULL;
  g_autoptr (HallFitPage) page = NULL;
  g_autoptr (GBytes) answer = NULL;
  g_autoptr (GError) error = NULL;

  if (bytes == NULL)
    return 2;
  page = hall_fit_maker_open (bytes, (guint) g_ascii_strtoull (argv[1], NULL, 10), &error);
  if (page == NULL)
    {
      write_failure (error);
      return 1;
    }
  answer = hall_fit_page_write (page);
  write_bytes (answer);
  return 0;
}

int
hall_render_fit_make (int argc, char **argv)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (HallFitWish) wish = NULL;
  g_autoptr (HallFitDocument) document = NULL;
  g_autoptr (GBytes) answer = NULL;
  g_autoptr (GError) error = NULL;
  GBytes *part;

  (void) argc;
  (void) argv;
  while (parts->len <= HALL_FIT_MAX_INPUTS && (part = hall_render_read_part ()) != NULL)
    g_ptr_array_add (parts, part);
  wish = hall_fit_wish_from_parts (parts, NULL);
  if (wish == NULL)
    return 2;
  document = hall_fit_maker_make (wish, on_progress, &error);
  if (document == NULL)
    {
      write_failure (error);
      return 1;
    }
  answer = hall_fit_document_write (document);
  write_bytes (answer);
  return 0;
}
