/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One page of the wizard: one step of the journey. The wizard draws the step list and the bar
 * at the bottom; a page says what its primary button is called and does what is to be done
 * when it is pressed. A page shows its own errors, beside what they are about.
 *
 * Signals:
 *  - "next-changed" (): ask hall_wizard_page_get_next_label() and _can_next() again
 *  - "next" (): as if the primary button had been pressed: Enter in the last row
 *  - "go-to" (guint step): a HallStep is wanted
 *  - "show-order" (): the order is wanted, among the handler's orders
 *  - "draft-created" (HallDraft *draft): of the first page: the application has begun
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-draft.h"

#define HALL_TYPE_WIZARD_PAGE (hall_wizard_page_get_type ())
G_DECLARE_INTERFACE (HallWizardPage, hall_wizard_page, HALL, WIZARD_PAGE, GtkWidget)

struct _HallWizardPageInterface
{
  GTypeInterface parent_iface;

  /* It has come into view: the cursor goes where something is to be done. Optional. */
  void (*enter) (HallWizardPage *self);

  /* (nullable): with a mnemonic; NULL: this page is left by itself, as when a phone is done. */
  const char *(*get_next_label) (HallWizardPage *self);

  /* Optional: it can always be pressed, and says what is missing. */
  gboolean (*can_next) (HallWizardPage *self);

  /* What has to be done before one goes on. Optional: nothing. */
  void (*next_async) (HallWizardPage *self,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data);
  gboolean (*next_finish) (HallWizardPage *self, GAsyncResult *result, GError **error);
};

void hall_wizard_page_enter (HallWizardPage *self);
const char *hall_wizard_page_get_next_label (HallWizardPage *self);
gboolean hall_wizard_page_can_next (HallWizardPage *self);

/**
 * hall_wizard_page_next_async:
 *
 * The primary button. The wizard shows that it works until this ends.
 */
void hall_wizard_page_next_async (HallWizardPage *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

/* Returns: whether to go on to hall_draft_get_step(); if not, the page has shown why */
gboolean hall_wizard_page_next_finish (HallWizardPage *self, GAsyncResult *result, GError **error);

/* For the pages. */
void hall_wizard_page_next_changed (HallWizardPage *self);
void hall_wizard_page_ask_next (HallWizardPage *self);
void hall_wizard_page_go_to (HallWizardPage *self, HallStep step);
void hall_wizard_page_show_order (HallWizardPage *self);
