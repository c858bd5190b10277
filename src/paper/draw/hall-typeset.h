/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What Chinese setting asks beyond Unicode's line breaking. Source: Requirements for Chinese Text
 * Layout (CLREQ), 3.1 and 4.2.
 */
#pragma once

#include <pango/pango.h>

/**
 * hall_typeset_add:
 * @text: as it stands in the layout that gets @list, without markup
 *
 * A number keeps its unit ("600 dpi", "1 年"), no line holds the last character of a paragraph
 * alone, and a mark beside another or at a paragraph's start gives up its empty half. No hyphen is
 * added where a long address of Latin letters is broken: it would be read as part of it.
 */
void hall_typeset_add (PangoAttrList *list, const char *text);
