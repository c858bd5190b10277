/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The document doctor: its window, what is drawn and pressed in it, and the way into it.
 */
#include <string.h>

#include "hall-app-lang.h"
#include "hall-doctor-corners.h"
#include "hall-doctor-door.h"
#include "hall-doctor-strip.h"
#include "hall-doctor-window.h"
#include "hall-documents-page.h"
#include "page-fixture.h"
#include "sample.h"

#define LICENCE_SLOT "business_licence"
#define SEAL_SLOT    "seal_capture_sheet"

/* A sheet with lines, as a file of @type. */
static GBytes *
draw_page (int width, int height, const char *type)
{
  g_autoptr (GdkPixbuf) page = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPixbuf) line = NULL;
  char *data = NULL;
  gsize size;

  gdk_pixbuf_fill (page, 0xf4f0e8ff);
  for (int y = height / 8; y < height * 7 / 8; y += height / 24)
    {
      g_clear_object (&line);
      line = gdk_pixbuf_new_subpixbuf (page, width / 8, y, width * 3 / 4, MAX (height / 150, 1));
      gdk_pixbuf_fill (line, 0x202020ff);
    }
  gdk_pixbuf_save_to_buffer (page, &data, &size, type, &error, NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (data, size);
}

static const HallRequirement *
find_requirement (HallCatalog *catalog, const char *slot)
{
  for (guint i = 0; i < catalog->requirements->len; i++)
    {
      const HallRequirement *requirement = g_ptr_array_index (catalog->requirements, i);

      if (g_str_equal (requirement->slot, slot))
        return requirement;
    }
  g_assert_not_reached ();
}

/* --- corners ------------------------------------------------------------------------------ */

static void
test_corners (void)
{
  static const HallPoint start[4] = { { 0.1, 0.1 }, { 0.9, 0.1 }, { 0.9, 0.9 }, { 0.1, 0.9 } };
  GtkWidget *corners = hall_doctor_corners_new ();
  GtkWidget *window;
  g_autoptr (GdkPixbuf) picture = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 200, 200);
  HallPoint got[4];
  guint n_changed = 0;

  gdk_pixbuf_fill (picture, 0x808080ff);
  gtk_widget_set_size_request (corners, 224, 224);
  window = app_test_show (corners);
  g_signal_connect (corners, "changed", G_CALLBACK (app_test_count_cb), &n_changed);
  hall_doctor_corners_set_picture (HALL_DOCTOR_CORNERS (corners), picture);
  hall_doctor_corners_set (HALL_DOCTOR_CORNERS (corners), start);
  hall_doctor_corners_get (HALL_DOCTOR_CORNERS (corners), got);
  g_assert_cmpmem (got, sizeof got, start, sizeof start);

  gtk_widget_child_focus (corners, GTK_DIR_TAB_FORWARD);
  app_test_key (corners, GDK_KEY_Right);
  hall_doctor_corners_get (HALL_DOCTOR_CORNERS (corners), got);
  g_assert_cmpfloat (got[0].x, >, start[0].x);
  g_assert_cmpfloat_with_epsilon (got[0].y, start[0].y, 1e-9);
  g_assert_true (gtk_widget_child_focus (corners, GTK_DIR_TAB_FORWARD));
  app_test_key (corners, GDK_KEY_Down);
  hall_doctor_corners_get (HALL_DOCTOR_CORNERS (corners), got);
  g_assert_cmpfloat (got[1].y, >, start[1].y);
  g_assert_cmpuint (n_changed, ==, 2);
  g_assert_true (gtk_widget_child_focus (corners, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_child_focus (corners, GTK_DIR_TAB_FORWARD));
  g_assert_false (gtk_widget_child_focus (corners, GTK_DIR_TAB_FORWARD));
  app_test_close (window, corners);
}

/* However far it is pushed, a corner stays in the picture and the page a page. */
static void
test_corners_stay (void)
{
  static const HallPoint start[4] = { { 0, 0 }, { 1, 0 }, { 1, 1 }, { 0, 1 } };
  GtkWidget *corners = hall_doctor_corners_new ();
  GtkWidget *window;
  g_autoptr (GdkPixbuf) picture = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 40, 40);
  HallPoint got[4];

  gdk_pixbuf_fill (picture, 0x808080ff);
  gtk_widget_set_size_request (corners, 64, 64);
  window = app_test_show (corners);
  hall_doctor_corners_set_picture (HALL_DOCTOR_CORNERS (corners), picture);
  hall_doctor_corners_set (HALL_DOCTOR_CORNERS (corners), start);
  gtk_widget_child_focus (corners, GTK_DIR_TAB_FORWARD);
  app_test_key (corners, GDK_KEY_Left);
  hall_doctor_corners_get (HALL_DOCTOR_CORNERS (corners), got);
  g_assert_cmpfloat (got[0].x, ==, 0);
  for (int i = 0; i < 30; i++)
    {
      app_test_key (corners, GDK_KEY_Right);
      app_test_key (corners, GDK_KEY_Down);
    }
  hall_doctor_corners_get (HALL_DOCTOR_CORNERS (corners), got);
  g_assert_cmpfloat (got[0].x + got[0].y, <, 1.0);
  app_test_close (window, corners);
}

/* --- the window --------------------------------------------------------------------------- */

typedef struct
{
  HallCatalog *catalog;
  GtkWidget *parent;
  GtkWidget *window;
  GBytes *bytes; /* (nullable): what is to be used */
  char *name;
} Doctor;

static void
on_done_cb (HallDoctorWindow *window, GBytes *bytes, const char *name, Doctor *self)
{
  self->bytes = g_bytes_ref (bytes);
  self->name = g_strdup (name);
}

static void
set_up (Doctor *self, const char *slot)
{
  self->catalog = sample_catalog ();
  self->parent = app_test_show (gtk_label_new ("below"));
  self->window =
      hall_doctor_window_new (GTK_WINDOW (self->parent), find_requirement (self->catalog, slot));
  g_object_ref (self->window);
  g_signal_connect (self->window, "done", G_CALLBACK (on_done_cb), self);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
add (Doctor *self, int width, int height, const char *type, const char *name)
{
  g_autoptr (GBytes) bytes = draw_page (width, height, type);

  hall_doctor_window_add (HALL_DOCTOR_WINDOW (self->window), bytes, name);
}

/* Whatever ran has ended, and the window goes. */
static void
tear_down (Doctor *self)
{
  g_signal_handlers_disconnect_by_data (self->window, self);
  gtk_widget_destroy (self->window);
  for (int i = 0; i < 200 && G_OBJECT (self->window)->ref_count > 1; i++)
    {
      app_test_settle ();
      g_usleep (10000);
    }
  g_assert_finalize_object (self->window);
  gtk_widget_destroy (self->parent);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->name);
  hall_catalog_unref (self->catalog);
}

static GtkWidget *
find (Doctor *self, const char *name)
{
  GtkWidget *widget = app_test_find (self->window, name);

  g_assert_nonnull (widget);
  return widget;
}

static gboolean
is_ready (gpointer window)
{
  GtkWidget *button = gtk_dialog_get_widget_for_response (window, GTK_RESPONSE_ACCEPT);

  return gtk_widget_get_sensitive (button);
}

static void
press (Doctor *self, const char *name)
{
  gtk_button_clicked (GTK_BUTTON (find (self, name)));
}

static void
use (Doctor *self)
{
  app_test_wait (is_ready, self->window);
  gtk_dialog_response (GTK_DIALOG (self->window), GTK_RESPONSE_ACCEPT);
  g_assert_nonnull (self->bytes);
}

static void
assert_begins (GBytes *bytes, const char *magic)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_assert_cmpuint (size, >, strlen (magic));
  g_assert_cmpmem (data, strlen (magic), magic, strlen (magic));
}

/* A PNG becomes a JPEG under the limit; what was turned comes out turned. */
static void
test_one (void)
{
  Doctor doctor = { 0 };
  int width, height;
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  GdkPixbuf *made;

  set_up (&doctor, LICENCE_SLOT);
  add (&doctor, 1240, 1754, "png", "照片.png");
  app_test_wait (is_ready, doctor.window);
  g_assert_true (app_test_says (doctor.window, "JPEG"));
  g_assert_true (app_test_says (doctor.window, " dpi"));
  press (&doctor, "Turn right");
  g_assert_false (is_ready (doctor.window));
  use (&doctor);
  assert_begins (doctor.bytes, "\xff\xd8\xff");
  g_assert_cmpstr (doctor.name, ==, "照片.jpg");
  g_assert_true (gdk_pixbuf_loader_write_bytes (loader, doctor.bytes, NULL));
  g_assert_true (gdk_pixbuf_loader_close (loader, NULL));
  made = gdk_pixbuf_loader_get_pixbuf (loader);
  width = gdk_pixbuf_get_width (made);
  height = gdk_pixbuf_get_height (made);
  g_assert_cmpint (width, >, height);
  tear_down (&doctor);
}

/* Several become one PDF; their order is the person's. */
static void
test_several (void)
{
  Doctor doctor = { 0 };
  HallDoctorStrip *strip;

  set_up (&doctor, LICENCE_SLOT);
  add (&doctor, 1240, 1754, "jpeg", "1.jpg");
  add (&doctor, 1240, 1700, "jpeg", "2.jpg");
  add (&doctor, 1240, 1600, "jpeg", "3.jpg");
  strip = HALL_DOCTOR_STRIP (app_test_find_type (doctor.window, HALL_TYPE_DOCTOR_STRIP));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (strip)));
  app_test_wait (is_ready, doctor.window);
  g_assert_nonnull (app_test_find (doctor.window, "Page 1, 1.jpg"));
  press (&doctor, "Move the page back");
  g_assert_cmpuint (hall_doctor_strip_get_chosen (strip), ==, 1);
  g_assert_nonnull (app_test_find (doctor.window, "Page 2, 1.jpg"));
  press (&doctor, "Remove the page");
  g_assert_null (app_test_find (doctor.window, "Page 3, 3.jpg"));
  g_assert_nonnull (app_test_find (doctor.window, "Page 2, 3.jpg"));
  app_test_wait (is_ready, doctor.window);
  g_assert_true (app_test_says (doctor.window, "2 pages"));
  use (&doctor);
  assert_begins (doctor.bytes, "%PDF-");
  g_assert_cmpstr (doctor.name, ==, "2.pdf");
  tear_down (&doctor);
}

/* Closing asks only if there is something to lose. */
static void
test_closing (void)
{
  Doctor doctor = { 0 };
  GtkWidget *question = NULL;
  g_autoptr (GList) windows = NULL;

  set_up (&doctor, LICENCE_SLOT);
  add (&doctor, 1240, 1754, "jpeg", "1.jpg");
  app_test_wait (is_ready, doctor.window);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find (&doctor, "Grey")), TRUE);
  gtk_dialog_response (GTK_DIALOG (doctor.window), GTK_RESPONSE_CANCEL);
  g_assert_false (gtk_widget_in_destruction (doctor.window));
  windows = gtk_window_list_toplevels ();
  for (GList *at = windows; at != NULL; at = at->next)
    if (GTK_IS_MESSAGE_DIALOG (at->data))
      question = at->data;
  g_assert_nonnull (question);
  g_assert_true (app_test_says (question, "Close without using this?"));
  gtk_dialog_response (GTK_DIALOG (question), GTK_RESPONSE_CANCEL);
  app_test_settle ();
  g_assert_true (gtk_widget_get_visible (doctor.window));
  tear_down (&doctor);
}

static void
on_destroyed_cb (GtkWidget *window, gboolean *gone)
{
  *gone = TRUE;
}

static void
test_closing_untouched (void)
{
  Doctor doctor = { 0 };
  gboolean gone = FALSE;

  set_up (&doctor, LICENCE_SLOT);
  add (&doctor, 1240, 1754, "jpeg", "1.jpg");
  app_test_wait (is_ready, doctor.window);
  g_signal_connect (doctor.window, "destroy", G_CALLBACK (on_destroyed_cb), &gone);
  gtk_dialog_response (GTK_DIALOG (doctor.window), GTK_RESPONSE_DELETE_EVENT);
  g_assert_true (gone);
  g_assert_null (doctor.bytes);
  tear_down (&doctor);
}

/* Closed while pages are opened, and while a document is made. */
static void
test_closed_at_work (void)
{
  Doctor doctor = { 0 };

  set_up (&doctor, LICENCE_SLOT);
  add (&doctor, 2480, 3508, "png", "1.png");
  tear_down (&doctor);

  doctor = (Doctor){ 0 };
  set_up (&doctor, LICENCE_SLOT);
  add (&doctor, 2480, 3508, "png", "1.png");
  app_test_wait_to_say (doctor.window, "The document is being made…");
  tear_down (&doctor);
}

/* What is no picture says so, and nothing can be used. */
static void
test_unreadable (void)
{
  Doctor doctor = { 0 };
  g_autoptr (GBytes) bytes = g_bytes_new_static ("no picture at all", 17);

  set_up (&doctor, LICENCE_SLOT);
  hall_doctor_window_add (HALL_DOCTOR_WINDOW (doctor.window), bytes, "x.bin");
  app_test_wait_to_say (doctor.window, "cannot be opened");
  g_assert_false (is_ready (doctor.window));
  tear_down (&doctor);
}

/* The sheet the electronic seal is made from is not compressed without asking. */
static void
test_seal_sheet (void)
{
  Doctor doctor = { 0 };

  set_up (&doctor, SEAL_SLOT);
  add (&doctor, 2480, 3508, "jpeg", "采集表.jpg");
  app_test_wait (is_ready, doctor.window);
  g_assert_true (app_test_says (doctor.window, "the seal sheet is not compressed again"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find (&doctor, "White paper")), TRUE);
  app_test_wait_to_say (doctor.window, "needs your agreement");
  g_assert_false (is_ready (doctor.window));
  g_assert_true (gtk_widget_is_visible (find (&doctor, "Compress it all the same…")));
  tear_down (&doctor);
}

/* --- the way into it ---------------------------------------------------------------------- */

static GFile *
write_file (const char *folder, const char *name, GBytes *bytes)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                       &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static HallDoctorWindow *
find_doctor (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next)
    if (HALL_IS_DOCTOR_WINDOW (at->data))
      return at->data;
  return NULL;
}

static gboolean
has_doctor (gpointer unused)
{
  return find_doctor () != NULL;
}

static gboolean
is_kept (gpointer upload)
{
  return hall_upload_get_state (upload) == HALL_UPLOAD_KEPT;
}

/* A good scan goes to the hall at once, a picture of another format by way of the doctor. */
static void
test_door (void)
{
  Page page = { 0 };
  HallUpload *upload;
  g_autoptr (HallDoctorDoor) door = NULL;
  g_autofree char *folder = g_dir_make_tmp ("hall-doctor-XXXXXX", NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GBytes) png = draw_page (1240, 1754, "png");
  g_autoptr (GBytes) jpeg = draw_page (1240, 1754, "jpeg");

  page_set_up (&page, HALL_STATE_AWAITING_DOCUMENTS);
  page_open (&page, hall_documents_page_new);
  hall_uploads_set_inspect (hall_draft_get_uploads (page.draft), NULL, NULL, NULL);
  upload = hall_uploads_find (hall_draft_get_uploads (page.draft), LICENCE_SLOT);
  door = hall_doctor_door_new (GTK_WIDGET (page.page), upload);

  g_ptr_array_add (files, write_file (folder, "a.jpg", jpeg));
  hall_doctor_door_offer_files (door, files);
  g_assert_true (hall_doctor_door_is_busy (door));
  app_test_wait (is_kept, upload);
  g_assert_false (hall_doctor_door_is_busy (door));
  g_assert_null (find_doctor ());
  g_assert_cmpstr (hall_upload_get_file_name (upload), ==, "a.jpg");

  g_ptr_array_set_size (files, 0);
  g_ptr_array_add (files, write_file (folder, "b.png", png));
  hall_doctor_door_offer_files (door, files);
  app_test_wait (has_doctor, NULL);
  app_test_wait (is_ready, find_doctor ());
  gtk_dialog_response (GTK_DIALOG (find_doctor ()), GTK_RESPONSE_ACCEPT);
  app_test_wait (is_kept, upload);
  g_assert_cmpstr (hall_upload_get_file_name (upload), ==, "b.jpg");
  g_clear_object (&door);
  page_tear_down (&page);
}

/* Given up while the file is looked at. */
static void
test_door_stopped (void)
{
  Page page = { 0 };
  HallUpload *upload;
  HallDoctorDoor *door;
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  page_set_up (&page, HALL_STATE_AWAITING_DOCUMENTS);
  page_open (&page, hall_documents_page_new);
  upload = hall_uploads_find (hall_draft_get_uploads (page.draft), LICENCE_SLOT);
  door = hall_doctor_door_new (GTK_WIDGET (page.page), upload);
  g_ptr_array_add (pages, draw_page (2480, 3508, "jpeg"));
  hall_doctor_door_offer_pages (door, pages, "扫描.jpg");
  g_assert_true (hall_doctor_door_is_busy (door));
  hall_doctor_door_stop (door);
  g_assert_false (hall_doctor_door_is_busy (door));
  for (int i = 0; i < 200 && G_OBJECT (door)->ref_count > 1; i++)
    {
      app_test_settle ();
      g_usleep (10000);
    }
  g_assert_finalize_object (door);
  g_assert_cmpint (hall_upload_get_state (upload), ==, HALL_UPLOAD_EMPTY);
  page_tear_down (&page);
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  hall_app_set_lang (HALL_LANG_EN);
  g_test_add_func ("/doctor/corners", test_corners);
  g_test_add_func ("/doctor/corners/stay", test_corners_stay);
  g_test_add_func ("/doctor/one", test_one);
  g_test_add_func ("/doctor/several", test_several);
  g_test_add_func ("/doctor/closing", test_closing);
  g_test_add_func ("/doctor/closing/untouched", test_closing_untouched);
  g_test_add_func ("/doctor/closing/at-work", test_closed_at_work);
  g_test_add_func ("/doctor/unreadable", test_unreadable);
  g_test_add_func ("/doctor/seal-sheet", test_seal_sheet);
  g_test_add_func ("/doctor/door", test_door);
  g_test_add_func ("/doctor/door/stopped", test_door_stopped);
  return g_test_run ();
}
