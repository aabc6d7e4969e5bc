/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The language of the texts that suits the reader's locale: zh-Hant for Chinese of Taiwan, Hong
 * Kong and Macau, zh-Hans for other Chinese, ru, and en for all others. @locales are names such as
 * zh_TW.UTF-8 in order of preference, ended by NULL. (transfer none) */
const char *atlas_content_language_choose (const char *const *locales);

G_END_DECLS
