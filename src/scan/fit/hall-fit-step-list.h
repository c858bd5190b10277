/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the doctor did to a document: FIT_STEP (id, "stable-name", "English", "中文").
 */
/* clang-format off */
FIT_STEP (KEPT,             "kept",             "picture data kept as it was", "图像数据未改动")
FIT_STEP (METADATA_REMOVED, "metadata-removed", "camera data and place removed", "已删除拍摄信息和位置")
FIT_STEP (TURNED_AGAIN,     "turned",           "turned", "已旋转")
FIT_STEP (TURNED_LOSSLESS,  "turned-lossless",  "turned without loss", "已无损旋转")
FIT_STEP (STRAIGHTENED,     "straightened",     "straightened", "已校正")
FIT_STEP (WHITENED,         "whitened",         "paper made white", "已转为白底")
FIT_STEP (GREYED,           "greyed",           "made grey", "已转为灰度")
FIT_STEP (CONVERTED,        "converted",        "changed into another format", "已转换格式")
FIT_STEP (RECOMPRESSED,     "recompressed",     "compressed again", "已重新压缩")
FIT_STEP (REDUCED,          "reduced",          "fewer pixels", "已减少像素")
FIT_STEP (JOINED,           "joined",           "pages put together", "已合并页面")
FIT_STEP (COMPOSED,         "composed",         "two sides on one A4 page", "已将正反面拼在一张 A4 上")
/* clang-format on */
