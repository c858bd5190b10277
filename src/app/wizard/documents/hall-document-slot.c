/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A document of an order on its card. What is done to the document is the upload's business.
 */
#include "hall-document-slot.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-client-document.h"
#include "hall-document-card.h"
#include "hall-document-tools.h"
#include "hall-document-window.h"
#include "hall-ui.h"

struct _HallDocumentSlot
{
  GtkBox parent_instance;

  HallDocumentCard *card;   /* in this */
  HallDocumentTools *tools; /* owned */

  HallFrame *frame; /* not owned: it owns this */
  HallDraft *draft;
  HallUpload *upload;
  GCancellable *cancellable; /* of what is fetched */
  guint hold;                /* of @frame, or 0 */
  HallUploadState shown;     /* HALL_N_UPLOAD_STATES: nothing yet */
  char *shown_key;           /* (nullable): of the document on the card, as it is there */
  char *content_sha256;      /* (nullable): of @content */
  GBytes *content;           /* (nullable): a document of this slot */
};

G_DEFINE_FINAL_TYPE (HallDocumentSlot, hall_document_slot, GTK_TYPE_BOX)

static const HallRequirement *
get_requirement (HallDocumentSlot *self)
{
  return hall_upload_get_requirement (self->upload);
}

static const char *
get_label (HallDocumentSlot *self)
{
  return hall_label_get (&get_requirement (self)->label, hall_app_lang ());
}

static HallClient *
get_client (HallDocumentSlot *self)
{
  return hall_session_get_client (hall_draft_get_session (self->draft));
}

static void
hold_window (HallDocumentSlot *self, gboolean busy)
{
  if (busy && self->hold == 0)
    self->hold = hall_frame_hold (self->frame, _ ("A document is still being uploaded."));
  else if (!busy && self->hold != 0)
    {
      hall_frame_release (self->frame, self->hold);
      self->hold = 0;
    }
}

/* Whether one of the findings is about the code of the form. */
static gboolean
doubts_code (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      HallIssueCode code = ((const HallFinding *) g_ptr_array_index (findings, i))->issue.code;

      if (code >= HALL_ISSUE_CODE_MISSING && code <= HALL_ISSUE_CODE_WANTS_SEAL)
        return TRUE;
    }
  return FALSE;
}

static void
add_issue (HallDocumentSlot *self, HallIssueCode code)
{
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;
  HallVerdict verdict = hall_issue_set (&issue, code, NULL, NULL);
  g_autofree char *text = hall_issue_format (&issue, hall_app_lang ());

  hall_document_card_add_mark (self->card, verdict, text);
}

static void
keep_content (HallDocumentSlot *self, const HallDocument *document, GBytes *content)
{
  g_free (self->content_sha256);
  self->content_sha256 = g_strdup (document->sha256);
  g_clear_pointer (&self->content, g_bytes_unref);
  self->content = g_bytes_ref (content);
}

/* (nullable): The bytes of what the card shows, if they are here. */
static GBytes *
get_shown_content (HallDocumentSlot *self)
{
  const HallDocument *document = hall_upload_get_document (self->upload);

  if (self->shown != HALL_UPLOAD_KEPT)
    return hall_upload_get_bytes (self->upload);
  if (document != NULL && g_strcmp0 (document->sha256, self->content_sha256) == 0)
    return self->content;
  return NULL;
}

/* What is said of what get_shown_content() returns. */
static GPtrArray *
get_shown_findings (HallDocumentSlot *self)
{
  const HallDocument *document = hall_upload_get_document (self->upload);

  if (self->shown != HALL_UPLOAD_KEPT)
    return hall_upload_get_findings (self->upload);
  return document != NULL ? document->findings : NULL;
}

static void
show_tools (HallDocumentSlot *self, HallUploadState state)
{
  hall_document_card_set_locked (self->card, !hall_upload_is_open (self->upload));
  hall_document_card_set_removable (self->card, state == HALL_UPLOAD_REFUSED
                                                    || state == HALL_UPLOAD_FAILED
                                                    || hall_upload_is_removable (self->upload));
  hall_document_tools_show (self->tools, state, get_shown_content (self));
}

static void
on_content_fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallDocumentSlot) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content =
      hall_client_get_document_finish (HALL_CLIENT (source), result, &error);
  const HallDocument *document;

  if (content == NULL)
    return; /* only the small picture is missing; "View" asks again and says why */
  document = hall_upload_get_document (self->upload);
  if (document == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;
  keep_content (self, document, content);
  if (self->shown == HALL_UPLOAD_KEPT)
    {
      hall_document_card_set_content (self->card, content);
      show_tools (self, self->shown);
    }
}

/* The picture: of the file that was just sent, else of what the hall keeps. */
static void
show_content (HallDocumentSlot *self, const HallDocument *document)
{
  GBytes *sent = hall_upload_get_bytes (self->upload);

  if (sent != NULL)
    keep_content (self, document, sent);
  if (g_strcmp0 (self->content_sha256, document->sha256) == 0)
    hall_document_card_set_content (self->card, self->content);
  else
    hall_client_get_document_async (get_client (self), hall_draft_get_order (self->draft)->number,
                                    document->slot, self->cancellable, on_content_fetched_cb,
                                    g_object_ref (self));
}

/* TRUE if the card shows the document already: nothing flickers when the order changes. */
static gboolean
is_shown (HallDocumentSlot *self, const HallDocument *document, gboolean same_state)
{
  char *key =
      g_strdup_printf ("%s %d %u", document->sha256, document->current, document->findings->len);
  gboolean same = same_state && g_strcmp0 (key, self->shown_key) == 0;

  g_free (self->shown_key);
  self->shown_key = key;
  return same;
}

static void
show_kept (HallDocumentSlot *self, gboolean same_state)
{
  const HallDocument *document = hall_upload_get_document (self->upload);

  if (document == NULL || is_shown (self, document, same_state))
    return;
  hall_document_card_show_file (self->card, document->file_name, document->bytes, document->pages);
  hall_document_card_set_findings (self->card, document->findings);
  if (!document->current)
    add_issue (self, HALL_ISSUE_DOCUMENT_OUTDATED);
  else if (get_requirement (self)->form_code && !doubts_code (document->findings))
    hall_document_card_add_mark (self->card, HALL_GOOD, _ ("Form code found"));
  else if (document->findings->len == 0)
    hall_document_card_add_mark (self->card, HALL_GOOD, _ ("The file opens"));
  show_content (self, document);
}

/* A file that is looked at, on its way, refused or failed. */
static void
show_chosen (HallDocumentSlot *self, HallUploadState state)
{
  GBytes *bytes = hall_upload_get_bytes (self->upload);
  const char *name = hall_upload_get_file_name (self->upload);
  GPtrArray *findings = hall_upload_get_findings (self->upload);
  const GError *error = hall_upload_get_error (self->upload);
  gboolean stopped = state == HALL_UPLOAD_REFUSED || state == HALL_UPLOAD_FAILED;

  hall_document_card_show_file (self->card, name != NULL ? name : "",
                                bytes != NULL ? (gint64) g_bytes_get_size (bytes) : 0, 0);
  hall_document_card_set_findings (self->card, findings);
  if (bytes != NULL)
    hall_document_card_set_content (self->card, bytes);
  if (state == HALL_UPLOAD_CHECKING)
    hall_document_card_add_mark (self->card, HALL_HINT, _ ("Being checked…"));
  if (stopped && findings->len == 0 && error != NULL)
    hall_document_card_add_mark (self->card, HALL_WRONG, error->message);
  if (stopped && hall_upload_get_document (self->upload) != NULL)
    hall_document_card_add_mark (self->card, HALL_HINT,
                                 _ ("The document uploaded before is still there."));
}

static void
show_return (HallDocumentSlot *self)
{
  const HallReturn *item = hall_upload_get_return (self->upload);
  g_autofree char *text = item != NULL ? hall_return_format (item, hall_app_lang ()) : NULL;

  hall_document_card_set_return (self->card, text);
}

static gboolean
is_running (HallUploadState state)
{
  return state == HALL_UPLOAD_CHECKING || state == HALL_UPLOAD_SENDING
         || state == HALL_UPLOAD_REMOVING;
}

static void
show_upload (HallDocumentSlot *self)
{
  HallUploadState state = hall_upload_get_state (self->upload);
  gboolean same_state;

  hold_window (self, is_running (state));
  if (state == HALL_UPLOAD_SENDING && self->shown == state)
    {
      hall_document_card_set_progress (self->card, hall_upload_get_progress (self->upload));
      return;
    }
  same_state = self->shown == state;
  self->shown = state;
  if (is_running (state) || !hall_upload_wants_file (self->upload))
    hall_document_card_set_problem (self->card, NULL);
  if (state == HALL_UPLOAD_EMPTY)
    hall_document_card_show_empty (self->card);
  else if (state == HALL_UPLOAD_KEPT || state == HALL_UPLOAD_REMOVING)
    show_kept (self, same_state);
  else
    show_chosen (self, state);
  hall_document_card_set_progress (self->card, is_running (state) ? 0 : -1);
  show_return (self);
  show_tools (self, state);
}

static void
on_removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!hall_upload_remove_finish (HALL_UPLOAD (source), result, &error))
    g_debug ("a document was not removed: %s", error->message);
}

static void
on_files_chosen_cb (HallDocumentSlot *self, GPtrArray *files)
{
  hall_document_tools_offer (self->tools, files);
}

static void
on_discard_cb (HallDocumentSlot *self)
{
  HallUploadState state = hall_upload_get_state (self->upload);

  if (state == HALL_UPLOAD_REFUSED || state == HALL_UPLOAD_FAILED)
    hall_upload_dismiss (self->upload);
  else
    hall_upload_remove_async (self->upload, NULL, on_removed_cb, NULL);
}

static void
on_cancel_cb (HallDocumentSlot *self)
{
  hall_upload_cancel (self->upload);
}

static void
say_return (HallDocumentSlot *self, HallDocumentWindow *window)
{
  const HallReturn *item = hall_upload_get_return (self->upload);
  g_autofree char *text = item != NULL ? hall_return_format (item, hall_app_lang ()) : NULL;

  hall_document_window_set_return (window,
                                   hall_order_find_mark (hall_draft_get_order (self->draft),
                                                         get_requirement (self)->slot),
                                   text);
}

/* (transfer none) */
static HallDocumentWindow *
open_document (HallDocumentSlot *self)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_toplevel (GTK_WIDGET (self)));
  GtkWidget *window = hall_document_window_new (parent, get_label (self));
  GBytes *content = get_shown_content (self);

  gtk_window_present (GTK_WINDOW (window));
  if (get_requirement (self)->kind == HALL_DOCUMENT_SEAL_SHEET)
    hall_document_window_set_seal_sheet (HALL_DOCUMENT_WINDOW (window));
  if (content != NULL)
    hall_document_window_set_content (HALL_DOCUMENT_WINDOW (window), content);
  else
    hall_document_window_fetch (HALL_DOCUMENT_WINDOW (window), get_client (self),
                                hall_draft_get_order (self->draft)->number,
                                get_requirement (self)->slot);
  hall_document_window_set_findings (HALL_DOCUMENT_WINDOW (window), get_shown_findings (self));
  if (self->shown == HALL_UPLOAD_KEPT)
    say_return (self, HALL_DOCUMENT_WINDOW (window));
  return HALL_DOCUMENT_WINDOW (window);
}

static void
on_view_cb (HallDocumentSlot *self)
{
  open_document (self);
}

static void
on_place_chosen_cb (HallDocumentSlot *self, const HallPlace *place)
{
  hall_document_window_show_place (open_document (self), place);
}

static void
on_tools_changed_cb (HallDocumentSlot *self)
{
  show_tools (self, self->shown);
}

static void
hall_document_slot_dispose (GObject *object)
{
  HallDocumentSlot *self = HALL_DOCUMENT_SLOT (object);

  g_cancellable_cancel (self->cancellable);
  if (self->upload != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->upload, self);
      hold_window (self, FALSE);
    }
  if (self->tools != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->tools, self);
      hall_document_tools_stop (self->tools);
    }
  g_clear_object (&self->tools);
  g_clear_object (&self->upload);
  g_clear_object (&self->draft);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (hall_document_slot_parent_class)->dispose (object);
}

static void
hall_document_slot_finalize (GObject *object)
{
  HallDocumentSlot *self = HALL_DOCUMENT_SLOT (object);

  g_clear_pointer (&self->content, g_bytes_unref);
  g_free (self->content_sha256);
  g_free (self->shown_key);
  G_OBJECT_CLASS (hall_document_slot_parent_class)->finalize (object);
}

static void
hall_document_slot_class_init (HallDocumentSlotClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hall_document_slot_dispose;
  G_OBJECT_CLASS (klass)->finalize = hall_document_slot_finalize;
}

static void
hall_document_slot_init (HallDocumentSlot *self)
{
  self->cancellable = g_cancellable_new ();
  self->shown = HALL_N_UPLOAD_STATES;
}

GtkWidget *
hall_document_slot_new (HallFrame *frame, HallDraft *draft, HallUpload *upload)
{
  HallDocumentSlot *self = g_object_new (HALL_TYPE_DOCUMENT_SLOT, "visible", TRUE, NULL);
  GtkWidget *card = hall_document_card_new (hall_upload_get_requirement (upload));

  self->frame = frame;
  self->draft = g_object_ref (draft);
  self->upload = g_object_ref (upload);
  self->card = HALL_DOCUMENT_CARD (card);
  gtk_box_pack_start (GTK_BOX (self), card, TRUE, TRUE, 0);
  self->tools = hall_document_tools_new (self->card, draft, upload);

  g_signal_connect_swapped (card, "files-chosen", G_CALLBACK (on_files_chosen_cb), self);
  g_signal_connect_swapped (card, "place-chosen", G_CALLBACK (on_place_chosen_cb), self);
  g_signal_connect_swapped (self->tools, "changed", G_CALLBACK (on_tools_changed_cb), self);
  g_signal_connect_swapped (self->tools, "problem", G_CALLBACK (hall_document_slot_show_problem),
                            self);
  g_signal_connect_swapped (card, "view", G_CALLBACK (on_view_cb), self);
  g_signal_connect_swapped (card, "discard", G_CALLBACK (on_discard_cb), self);
  g_signal_connect_swapped (card, "cancel", G_CALLBACK (on_cancel_cb), self);
  g_signal_connect_swapped (upload, "changed", G_CALLBACK (show_upload), self);
  show_upload (self);
  return GTK_WIDGET (self);
}

HallUpload *
hall_document_slot_get_upload (HallDocumentSlot *self)
{
  g_return_val_if_fail (HALL_IS_DOCUMENT_SLOT (self), NULL);

  return self->upload;
}

gboolean
hall_document_slot_is_busy (HallDocumentSlot *self)
{
  g_return_val_if_fail (HALL_IS_DOCUMENT_SLOT (self), FALSE);

  return hall_document_tools_is_busy (self->tools)
         || is_running (hall_upload_get_state (self->upload));
}

void
hall_document_slot_show_problem (HallDocumentSlot *self, const char *text)
{
  g_return_if_fail (HALL_IS_DOCUMENT_SLOT (self));

  hall_document_card_set_problem (self->card, text);
}

void
hall_document_slot_focus (HallDocumentSlot *self)
{
  g_return_if_fail (HALL_IS_DOCUMENT_SLOT (self));

  hall_document_card_focus (self->card);
}
