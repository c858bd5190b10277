/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The steps of an application, in their order: STEP (id, "name", "English", "中文")
 */
/* clang-format off */
STEP (PROJECT,   "project",   "Project and agreements",  "项目与协议")
STEP (FILL,      "fill",      "Fill in",                 "填写信息")
STEP (CONFIRM,   "confirm",   "Check and print",         "核对与打印")
STEP (DOCUMENTS, "documents", "Upload documents",        "上传资料")
STEP (AUTH,      "auth",      "Verify the handler",      "经办人认证")
STEP (PAYMENT,   "payment",   "Pay",                     "缴费")
STEP (RESULT,    "result",    "Result",                  "提交结果")
/* clang-format on */
