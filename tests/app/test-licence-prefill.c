/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a machine read from a business licence or an identity card is offered, compared, ticked and
 * filled in.
 */
#include <glib/gstdio.h>

#include "hall-app-lang.h"
#include "hall-field-group.h"
#include "hall-fill-page.h"
#include "hall-licence-button.h"
#include "hall-licence-dialog.h"
#include "hall-proposal.h"
#include "id-card-maker.h"
#include "licence-maker.h"
#include "page-fixture.h"

#define NAME      "organisation.name"
#define CODE      "organisation.uscc"
#define LEGAL_REP "legal_rep.name"

#define SUBJECT_NAME   "subject_person.name"
#define SUBJECT_NUMBER "subject_person.id_number"

#define ID_NUMBER  "34052419800101001X"
#define GOOD_CODE  "91350211M0000XUF45"
#define WAIT_STEPS 3000 /* of 10 ms, for a busy machine */

/* @name: (nullable) */
static HallLicence *
build_licence (const char *name, const char *code, const char *legal_rep)
{
  HallLicence *licence = hall_licence_new ();

  licence->items[HALL_LICENCE_NAME] =
      (HallLicenceItem){ .text = g_strdup (name), .confidence = 0.914 };
  licence->items[HALL_LICENCE_USCC] =
      (HallLicenceItem){ .text = g_strdup (code), .confidence = 0.99 };
  licence->items[HALL_LICENCE_LEGAL_REP] =
      (HallLicenceItem){ .text = g_strdup (legal_rep), .confidence = 0.5 };
  return licence;
}

/* A draft on its page: the name is filled in, the code is not. */
static void
set_up (Page *page, gconstpointer unused)
{
  page_set_up (page, HALL_STATE_DRAFT);
  hall_application_set (page->order->application, NAME, "旧名有限公司");
  hall_application_set (page->order->application, CODE, "");
  page_open (page, hall_fill_page_new);
}

/* The same for a person of the organisation: name and number are not filled in. */
static void
set_up_person (Page *page, gconstpointer unused)
{
  HallApplication *application;

  page_set_up (page, HALL_STATE_DRAFT);
  application = page->order->application;
  g_free (application->certificate_type);
  application->certificate_type = g_strdup ("organisation-person");
  hall_application_set (application, SUBJECT_NAME, "");
  hall_application_set (application, SUBJECT_NUMBER, "");
  page_open (page, hall_fill_page_new);
}

static void
tear_down (Page *page, gconstpointer unused)
{
  page_tear_down (page);
}

static void
on_used_cb (HallLicenceDialog *dialog, GPtrArray *proposals, GHashTable *used)
{
  for (guint i = 0; i < proposals->len; i++)
    {
      const HallProposal *proposal = g_ptr_array_index (proposals, i);

      g_hash_table_insert (used, g_strdup (proposal->field->id), g_strdup (proposal->read));
    }
}

static GtkWidget *
open_dialog (Page *page, HallDocumentKind kind, const HallLicence *licence, GHashTable *used)
{
  GtkWidget *dialog = hall_licence_dialog_new (GTK_WINDOW (page->window), page->draft, kind);

  g_signal_connect (dialog, "used", G_CALLBACK (on_used_cb), used);
  hall_licence_dialog_show_licence (HALL_LICENCE_DIALOG (dialog), licence);
  gtk_window_present (GTK_WINDOW (dialog));
  app_test_settle ();
  return g_object_ref (dialog);
}

static GtkWidget *
get_tick (GtkWidget *dialog, const char *name)
{
  GtkWidget *tick = app_test_find (dialog, name);

  g_assert_nonnull (tick);
  return tick;
}

static gboolean
can_use (GtkWidget *dialog)
{
  GtkWidget *button = gtk_dialog_get_widget_for_response (GTK_DIALOG (dialog), GTK_RESPONSE_ACCEPT);

  return gtk_widget_get_visible (button) && gtk_widget_get_sensitive (button);
}

static GHashTable *
new_values (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/* What would replace something is not ticked; what is equal is not even offered. */
static void
test_proposals (Page *page, gconstpointer unused)
{
  const char *same = hall_draft_get_value (page->draft, LEGAL_REP);
  g_autoptr (HallLicence) licence = build_licence ("新名有限公司", "9135 0211 m0000xuf45", same);
  g_autoptr (GPtrArray) proposals = hall_proposals_new (page->draft, licence);
  const HallProposal *name, *code;

  g_assert_cmpstr (same, !=, "");
  g_assert_cmpuint (proposals->len, ==, 2);
  name = g_ptr_array_index (proposals, 0);
  code = g_ptr_array_index (proposals, 1);
  g_assert_cmpstr (name->field->id, ==, NAME);
  g_assert_cmpstr (name->now, ==, "旧名有限公司");
  g_assert_cmpuint (name->per_cent, ==, 91);
  g_assert_false (name->wanted);
  g_assert_cmpstr (code->field->id, ==, CODE);
  g_assert_cmpstr (code->read, ==, GOOD_CODE);
  g_assert_true (code->wanted);
}

/* Exactly what is ticked is used. */
static void
test_ticked (Page *page, gconstpointer unused)
{
  g_autoptr (HallLicence) licence = build_licence ("新名有限公司", GOOD_CODE, "王五");
  g_autoptr (GHashTable) used = new_values ();
  GtkWidget *dialog = open_dialog (page, HALL_DOCUMENT_BUSINESS_LICENCE, licence, used);

  g_assert_true (app_test_says (dialog, "Read from your licence. Please compare."));
  g_assert_true (app_test_says (dialog, "旧名有限公司"));
  g_assert_true (app_test_says (dialog, "91% sure"));
  g_assert_true (can_use (dialog));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (
                                    get_tick (dialog, "Organisation, Number: " GOOD_CODE)),
                                FALSE);
  g_assert_false (can_use (dialog));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (
                                    get_tick (dialog, "Organisation, Name: 新名有限公司")),
                                TRUE);
  g_assert_true (can_use (dialog));
  if (g_getenv ("HALL_SHOTS") != NULL)
    app_test_shoot (dialog, g_getenv ("HALL_SHOTS"), "licence-dialog");
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_ACCEPT);
  app_test_settle ();
  g_assert_cmpuint (g_hash_table_size (used), ==, 1);
  g_assert_cmpstr (g_hash_table_lookup (used, NAME), ==, "新名有限公司");
  g_assert_finalize_object (dialog);
}

/* Closed, it has done nothing. */
static void
test_cancelled (Page *page, gconstpointer unused)
{
  g_autoptr (HallLicence) licence = build_licence ("新名有限公司", GOOD_CODE, "王五");
  g_autoptr (GHashTable) used = new_values ();
  GtkWidget *dialog = open_dialog (page, HALL_DOCUMENT_BUSINESS_LICENCE, licence, used);

  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_CANCEL);
  app_test_settle ();
  g_assert_cmpuint (g_hash_table_size (used), ==, 0);
  g_assert_cmpstr (hall_draft_get_value (page->draft, CODE), ==, "");
  g_assert_finalize_object (dialog);
}

/* Nothing read, and nothing new: it says so, and there is nothing to use. */
static void
test_nothing (Page *page, gconstpointer unused)
{
  g_autoptr (HallLicence) empty = build_licence (NULL, NULL, NULL);
  g_autoptr (HallLicence) same = build_licence ("旧名有限公司", NULL, NULL);
  g_autoptr (GHashTable) used = new_values ();
  GtkWidget *dialog = open_dialog (page, HALL_DOCUMENT_BUSINESS_LICENCE, empty, used);

  g_assert_true (app_test_says (dialog, "Nothing could be read"));
  g_assert_true (app_test_says (dialog, "or type the entries"));
  g_assert_false (can_use (dialog));
  hall_licence_dialog_show_licence (HALL_LICENCE_DIALOG (dialog), same);
  app_test_settle ();
  g_assert_true (app_test_says (dialog, "filled in just so already"));
  g_assert_false (can_use (dialog));
  gtk_widget_destroy (dialog);
  g_assert_finalize_object (dialog);
}

/* Of an identity card the two fields of the subject person are offered, in words of their own. */
static void
test_id_card (Page *page, gconstpointer unused)
{
  g_autoptr (HallLicence) card = hall_licence_new ();
  g_autoptr (GHashTable) used = new_values ();
  GtkWidget *dialog = NULL;

  card->items[HALL_LICENCE_PERSON_NAME] =
      (HallLicenceItem){ .text = g_strdup ("诸葛文静"), .confidence = 0.98 };
  card->items[HALL_LICENCE_ID_NUMBER] =
      (HallLicenceItem){ .text = g_strdup (ID_NUMBER), .confidence = 0.99 };
  dialog = open_dialog (page, HALL_DOCUMENT_SUBJECT_ID, card, used);
  g_assert_true (app_test_says (dialog, "Read from the identity card. Please compare."));
  g_assert_true (can_use (dialog));
  if (g_getenv ("HALL_SHOTS") != NULL)
    app_test_shoot (dialog, g_getenv ("HALL_SHOTS"), "id-card-dialog");
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_ACCEPT);
  app_test_settle ();
  g_assert_cmpuint (g_hash_table_size (used), ==, 2);
  g_assert_cmpstr (g_hash_table_lookup (used, SUBJECT_NAME), ==, "诸葛文静");
  g_assert_cmpstr (g_hash_table_lookup (used, SUBJECT_NUMBER), ==, ID_NUMBER);
  g_assert_finalize_object (dialog);
}

static HallLicenceDialog *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next)
    if (HALL_IS_LICENCE_DIALOG (at->data))
      return at->data;
  return NULL;
}

static GFile *
write_file (GBytes *bytes, const char *name)
{
  g_autofree char *folder = g_dir_make_tmp ("licence-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                       &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static GFile *
write_licence (const LicenceWay *way)
{
  g_autoptr (GBytes) copy = licence_maker_copy (&licence_texts[0], way);

  return write_file (copy, "营业执照.JPG");
}

static void
remove_file (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);

  g_assert_true (g_file_delete (file, NULL, NULL));
  g_assert_true (g_file_delete (folder, NULL, NULL));
}

static void
wait_to_read (HallLicenceDialog *dialog)
{
  for (int i = 0; i < WAIT_STEPS && !can_use (GTK_WIDGET (dialog)); i++)
    {
      app_test_settle ();
      g_usleep (10000);
    }
  g_assert_true (can_use (GTK_WIDGET (dialog)));
}

/* Its button stands where it fills in, and reads such a card. */
static void
test_read_id_card (Page *page, gconstpointer unused)
{
  static const IdCardWay way = { ID_CARD_BOTH, "Noto Sans CJK SC", 200, 0.5, { 4, 80, 0, FALSE } };
  GtkWidget *button = app_test_find (page->window, "Fill in from the identity card…");
  g_autoptr (GBytes) copy = NULL;
  g_autoptr (GFile) file = NULL;

  if (!hall_licence_can_read (HALL_DOCUMENT_SUBJECT_ID))
    {
      g_assert_null (button);
      g_test_skip ("there is no reader, or its data are not installed");
      return;
    }
  g_assert_true (gtk_widget_get_mapped (button));
  if (g_getenv ("HALL_SHOTS") != NULL)
    app_test_shoot (gtk_widget_get_parent (gtk_widget_get_parent (button)), g_getenv ("HALL_SHOTS"),
                    "id-card-button");
  copy = id_card_maker_copy (&id_card_texts[0], &way);
  file = write_file (copy, "身份证.jpg");
  hall_licence_button_read (HALL_LICENCE_BUTTON (button), file);
  g_assert_true (app_test_says (GTK_WIDGET (find_dialog ()), "card is being read"));
  wait_to_read (find_dialog ());
  remove_file (file);
  gtk_dialog_response (GTK_DIALOG (find_dialog ()), GTK_RESPONSE_ACCEPT);
  app_test_settle ();
  g_assert_cmpstr (hall_draft_get_value (page->draft, SUBJECT_NAME), ==, id_card_texts[0].name);
  g_assert_cmpstr (hall_draft_get_value (page->draft, SUBJECT_NUMBER), ==, id_card_texts[0].number);
}

static HallFieldRow *
get_row (Page *page, const char *id)
{
  GtkWidget *first = app_test_find_type (page->window, HALL_TYPE_FIELD_GROUP);
  HallFieldRow *row = hall_field_group_get_row (HALL_FIELD_GROUP (first), id);

  g_assert_nonnull (row);
  return row;
}

/* From the file to the fields, which then are as if typed. */
static void
test_read (Page *page, gconstpointer unused)
{
  static const LicenceWay way = { "Noto Sans CJK SC", 1, 4, 80, 0 };
  GtkWidget *button = app_test_find_type (page->window, HALL_TYPE_LICENCE_BUTTON);
  g_autoptr (GFile) file = NULL;

  if (!hall_licence_is_available ())
    {
      g_assert_null (button);
      g_test_skip ("there is no reader, or its data are not installed");
      return;
    }
  g_assert_true (gtk_widget_get_mapped (button));
  file = write_licence (&way);
  hall_licence_button_read (HALL_LICENCE_BUTTON (button), file);
  g_assert_true (app_test_says (GTK_WIDGET (find_dialog ()), "is being read"));
  wait_to_read (find_dialog ());
  remove_file (file);
  gtk_dialog_response (GTK_DIALOG (find_dialog ()), GTK_RESPONSE_ACCEPT);
  app_test_settle ();
  g_assert_cmpstr (hall_draft_get_value (page->draft, CODE), ==, licence_texts[0].uscc);
  g_assert_cmpstr (hall_draft_get_value (page->draft, NAME), ==, "旧名有限公司");
  g_assert_cmpstr (hall_field_row_get_value (get_row (page, CODE)), ==, licence_texts[0].uscc);
}

/* Closed while it reads. */
static void
test_closed (Page *page, gconstpointer unused)
{
  static const LicenceWay way = { "Noto Sans CJK SC", 0, 4, 80, 0 };
  g_autoptr (GFile) file = NULL;
  GtkWidget *dialog;

  if (!hall_licence_is_available ())
    {
      g_test_skip ("there is no reader, or its data are not installed");
      return;
    }
  file = write_licence (&way);
  dialog = g_object_ref (hall_licence_dialog_new (GTK_WINDOW (page->window), page->draft,
                                                  HALL_DOCUMENT_BUSINESS_LICENCE));
  gtk_window_present (GTK_WINDOW (dialog));
  hall_licence_dialog_read (HALL_LICENCE_DIALOG (dialog), file);
  app_test_settle ();
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_CANCEL);
  for (int i = 0; i < WAIT_STEPS && G_OBJECT (dialog)->ref_count > 1; i++)
    {
      app_test_settle ();
      g_usleep (10000);
    }
  remove_file (file);
  g_assert_finalize_object (dialog);
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  hall_app_set_lang (HALL_LANG_EN);
  g_test_add ("/licence-prefill/proposals", Page, NULL, set_up, test_proposals, tear_down);
  g_test_add ("/licence-prefill/ticked", Page, NULL, set_up, test_ticked, tear_down);
  g_test_add ("/licence-prefill/cancelled", Page, NULL, set_up, test_cancelled, tear_down);
  g_test_add ("/licence-prefill/nothing", Page, NULL, set_up, test_nothing, tear_down);
  g_test_add ("/licence-prefill/read", Page, NULL, set_up, test_read, tear_down);
  g_test_add ("/licence-prefill/id-card", Page, NULL, set_up_person, test_id_card, tear_down);
  g_test_add ("/licence-prefill/read-id-card", Page, NULL, set_up_person, test_read_id_card,
              tear_down);
  g_test_add ("/licence-prefill/closed", Page, NULL, set_up, test_closed, tear_down);
  return g_test_run ();
}
