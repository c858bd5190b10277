/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What administrators do that belongs to no order, as the hall's trail keeps it.
 * DEED (id, "name", "English", "中文").
 */
/* clang-format off */
DEED (STAFF_ADDED,       "staff-added",       "Staff added",               "新增员工")
DEED (STAFF_NAMED,       "staff-named",       "Name of staff changed",     "更改员工姓名")
DEED (STAFF_ROLES,       "staff-roles",       "Roles changed",             "更改角色")
DEED (STAFF_PASSWORD,    "staff-password",    "One-time password given",   "发放一次性密码")
DEED (STAFF_OWN,         "staff-own",         "Own password chosen",       "员工设置新密码")
DEED (STAFF_DISABLED,    "staff-disabled",    "Staff switched off",        "停用员工")
DEED (STAFF_ENABLED,     "staff-enabled",     "Staff switched on again",   "恢复员工")
DEED (CATALOG_LOADED,    "catalog-loaded",    "Catalogue version loaded",  "载入项目目录")
DEED (CATALOG_ACTIVATED, "catalog-activated", "Catalogue version put in use", "启用项目目录")
DEED (CALENDAR_CHANGED,  "calendar-changed",  "Working days changed",      "更改工作日历")
DEED (CLAIM_RELEASED,    "claim-released",    "Colleague's order released", "释放他人占用的业务单")
/* clang-format on */
