/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where on documents of a kind somebody last pointed for a field: the legal representative stands
 * at the same place of most business licences. Kept on this computer, apart for each hall and each
 * member of its staff; nothing of the documents is kept.
 */
#pragma once

#include "hall-place.h"

typedef struct _HallRegionMemory HallRegionMemory;

/* @hall_key: hall_session_get_hall_key(); @staff: login name */
HallRegionMemory *hall_region_memory_new (const char *hall_key, const char *staff);
void hall_region_memory_free (HallRegionMemory *self);

/* @kind: of the document. FALSE if nobody has pointed there yet. */
gboolean hall_region_memory_find (HallRegionMemory *self,
                                  const char *kind,
                                  const char *field,
                                  HallPlace *place);

/* Written at once; what cannot be written is known until the program ends. */
void hall_region_memory_keep (HallRegionMemory *self,
                              const char *kind,
                              const char *field,
                              const HallPlace *place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallRegionMemory, hall_region_memory_free)
