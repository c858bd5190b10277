/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds what stands on a business licence or an identity card in the picture of its page. Inside
 * certhall-render.
 */
#pragma once

#include "hall-licence.h"
#include "hall-ocr.h"

/* @kind: whose items are looked for. Returns: (transfer full): maybe empty */
HallLicence *hall_licence_find (HallOcr *ocr, HallDocumentKind kind, const HallGrey *grey);
