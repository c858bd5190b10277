/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The keys of a day at the desk: KEY (keyval, shift, "as shown", function, "what it does"). They
 * count wherever the focus is, but for entries.
 */
/* clang-format off */
KEY (GDK_KEY_j,      FALSE, "j",             walk_on,     N_("Next order"))
KEY (GDK_KEY_k,      FALSE, "k",             walk_back,   N_("Previous order"))
KEY (GDK_KEY_a,      FALSE, "a",             accept,      N_("Accept the row in focus; without one, the order"))
KEY (GDK_KEY_a,      TRUE,  "<Shift>a",      accept_rest, N_("Accept the rest"))
KEY (GDK_KEY_o,      FALSE, "o",             accept_order, N_("Accept the order"))
KEY (GDK_KEY_u,      FALSE, "u",             undo,        N_("Undo the decision"))
KEY (GDK_KEY_r,      FALSE, "r",             return_row,  N_("Return the row in focus: choose reasons"))
KEY (GDK_KEY_r,      TRUE,  "<Shift>r",      send_back,   N_("Return the order"))
KEY (GDK_KEY_space,  FALSE, "space",         page_on,     N_("Page on through the document"))
KEY (GDK_KEY_space,  TRUE,  "<Shift>space",  page_back,   N_("Page back"))
KEY (GDK_KEY_t,      FALSE, "t",             turn,        N_("Turn the page"))
KEY (GDK_KEY_plus,   FALSE, "plus",          zoom_in,     N_("Larger"))
KEY (GDK_KEY_minus,  FALSE, "minus",         zoom_out,    N_("Smaller"))
KEY (GDK_KEY_0,      FALSE, "0",             fit,         N_("Fit the width"))
KEY (GDK_KEY_c,      FALSE, "c",             compare,     N_("Lay the printed form over its scan"))
KEY (GDK_KEY_l,      FALSE, "l",             loupe,       N_("Loupe: the pixels of the file"))
KEY (GDK_KEY_m,      FALSE, "m",             point,       N_("Point where this field stands"))
KEY (GDK_KEY_n,      FALSE, "n",             write_note,  N_("Write an internal note"))
KEY (GDK_KEY_d,      FALSE, "d",             go_to_data,  N_("To the data"))
KEY (GDK_KEY_q,      FALSE, "q",             go_to_queue, N_("To the queue"))
KEY (GDK_KEY_Escape, FALSE, "Escape",        go_back,     N_("Back"))
/* clang-format on */
