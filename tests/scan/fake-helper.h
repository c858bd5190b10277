/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For tests: a shell script in the place of certhall-render.
 */
#pragma once

#include <glib.h>

typedef struct _FakeHelper FakeHelper;

/* Whether a program can be a shell script on this system. */
gboolean fake_helper_is_possible (void);

/* From now on @script is what is started. */
FakeHelper *fake_helper_new (const char *script);

/* And now the real one again. */
void fake_helper_free (FakeHelper *self);
