#ifndef TMPL_CLIBXML2_SHIM_H
#define TMPL_CLIBXML2_SHIM_H

// Debian's libxml2 shows ICU's own headers, which clash with those inside Foundation. Nothing
// here uses the one structure that depends on them.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>

#endif
