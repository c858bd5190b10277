/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An application of nobody, to see what a catalogue makes of one.
 */
#pragma once

#include "hall-application.h"

/* Returns: (transfer full): every field of @type has its example, its first choice, or words that
 * say that they are none */
HallApplication *hall_sample_new (const HallCatalog *catalog, const HallCertificateType *type);
