/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands on a business licence or an identity card, read by a machine. It misreads rare
 * characters: what it says is proposed to a person or compared, and never decides.
 */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "hall-catalog.h"
#include "hall-media-type.h"
#include "hall-place.h"

#define LICENCE_ITEM(id, kind, name, role) HALL_LICENCE_##id,
typedef enum
{
#include "hall-licence-list.h"
  HALL_N_LICENCE_ITEMS
} HallLicenceItemId;
#undef LICENCE_ITEM

typedef struct
{
  char *text;        /* (nullable): as an application would hold it; NULL: not read */
  double confidence; /* 0.0 to 1.0, as the reader sees it */
  HallPlace place;   /* of the line; page 0 if not read */
} HallLicenceItem;

typedef struct
{
  HallLicenceItem items[HALL_N_LICENCE_ITEMS];
} HallLicence;

HallLicence *hall_licence_new (void);
void hall_licence_free (HallLicence *self);

/* Nothing was read. */
gboolean hall_licence_is_empty (const HallLicence *self);

/* Of which kind of document it is read. */
HallDocumentKind hall_licence_item_get_kind (HallLicenceItemId id);

/* The name in JSON. */
const char *hall_licence_item_get_name (HallLicenceItemId id);

/* Of an application's field that says the same; -1 if none does. */
int hall_licence_item_get_role (HallLicenceItemId id);

/* Whether this program was built with a reader and the system has its Chinese and English data. */
gboolean hall_licence_is_available (void);

/* Whether there is a reader, and something to read on such documents. */
gboolean hall_licence_can_read (HallDocumentKind kind);

/**
 * hall_licence_read:
 * @bytes: of the whole file; its first page is read
 * @kind: the items of this kind are looked for; hall_licence_can_read()
 * @error: %G_IO_ERROR_CANCELLED; %HALL_ERROR_UNAVAILABLE if there is no reader;
 *   %HALL_ERROR_INVALID if the file was too much for it
 *
 * Blocks for about a second, in which another process works; cancelling ends it at once. Safe
 * from every thread.
 *
 * Returns: (transfer full): maybe empty: what was not read for certain is left out
 */
HallLicence *hall_licence_read (GBytes *bytes,
                                HallMediaType media_type,
                                HallDocumentKind kind,
                                GCancellable *cancellable,
                                GError **error);

/**
 * hall_licence_propose:
 *
 * Returns: (transfer full) (element-type utf8 utf8): field id of @catalog -> value that a person
 *   is to confirm; may be empty
 */
GHashTable *hall_licence_propose (const HallLicence *self, const HallCatalog *catalog);

/**
 * hall_licence_to_json:
 *
 * {"name": {"text", "confidence", "place": {"page", "x", "y", "width", "height"}}, "uscc": …}:
 * what was not read is left out. Confidence in percent, places in ten-thousandths of the page.
 * Also the way between two processes.
 *
 * Returns: (transfer full)
 */
JsonNode *hall_licence_to_json (const HallLicence *self);

/* Strict: the process that wrote it may have been taken over by what it looked at. */
HallLicence *hall_licence_parse (const char *text, gssize length, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallLicence, hall_licence_free)
