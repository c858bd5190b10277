/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tabs of the staff's queue: TAB (id, "name", "English", "中文")
 */
/* clang-format off */
TAB (REVIEW,          "review",          "To review",           "待审核")
TAB (AUTH,            "auth",            "Handlers to verify",  "待登记认证")
TAB (FUNDS,           "funds",           "Transfers to check",  "款项核实")
TAB (FIN_AUTH_FAILED, "fin-auth-failed", "Bank proof failed",   "金融认证未通过")
TAB (PRODUCTION,      "production",      "To produce",          "待制证")
TAB (SHIPPING,        "shipping",        "To ship",             "待寄出")
TAB (REFUND,          "refund",          "To refund",           "待退款")
TAB (MINE,            "mine",            "Mine",                "我的")
TAB (ALL,             "all",             "All",                 "全部")
/* clang-format on */
