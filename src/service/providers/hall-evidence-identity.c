/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Identity by evidence: the phone's pictures are kept for a reviewer, who compares them
 * with the form. Here only what no reviewer could use is refused.
 */
#include <gdk-pixbuf/gdk-pixbuf.h>

#include "hall-provider.h"

#define MIN_SHORT_EDGE 300
#define MAX_MEGAPIXELS 60

typedef struct
{
  int width;
  int height;
} Size;

/* Called before anything is decoded: an absurd size must not be. */
static void
on_size_cb (GdkPixbufLoader *loader, int width, int height, gpointer data)
{
  Size *size = data;

  size->width = width;
  size->height = height;
  if ((gint64) width * height > (gint64) MAX_MEGAPIXELS * 1000000)
    gdk_pixbuf_loader_set_size (loader, 0, 0);
}

static HallVerdict
evidence_check_picture (GBytes *jpeg, HallIssue *issue)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type ("jpeg", NULL);
  Size size = { 0, 0 };
  gboolean decoded;

  if (jpeg == NULL || g_bytes_get_size (jpeg) == 0)
    return hall_issue_set (issue, HALL_ISSUE_FILE_EMPTY, NULL, NULL);
  if (loader == NULL)
    return hall_issue_set (issue, HALL_ISSUE_FILE_DAMAGED, NULL, NULL);
  g_signal_connect (loader, "size-prepared", G_CALLBACK (on_size_cb), &size);
  decoded = gdk_pixbuf_loader_write_bytes (loader, jpeg, NULL);
  decoded = gdk_pixbuf_loader_close (loader, NULL) && decoded;
  if ((gint64) size.width * size.height > (gint64) MAX_MEGAPIXELS * 1000000)
    return hall_issue_set_numbers (issue, HALL_ISSUE_IMAGE_TOO_MANY_PIXELS,
                                   (gint64) size.width * size.height / 1000000, MAX_MEGAPIXELS);
  if (!decoded)
    return hall_issue_set (issue, HALL_ISSUE_FILE_DAMAGED, NULL, NULL);
  if (MIN (size.width, size.height) < MIN_SHORT_EDGE)
    return hall_issue_set_numbers (issue, HALL_ISSUE_IMAGE_TOO_SMALL, MIN (size.width, size.height),
                                   MIN_SHORT_EDGE);
  return HALL_GOOD;
}

const HallIdentityProvider hall_evidence_identity = {
  .name = "evidence",
  .sandbox = FALSE,
  .check_picture = evidence_check_picture,
};
