#ifndef TMPL_CLIBXML2_SHIM_H
#define TMPL_CLIBXML2_SHIM_H

// Debian's libxml2 shows ICU's own headers, which clash with those inside Foundation. Nothing
// here uses the one structure that depends on them.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <string.h>

// Reads HTML piece by piece, in silence and without the network, and tells tags and text; 0 unless
// all of it was read.
static inline int tmpl_read_html(
    void *context, xmlInputReadCallback read, startElementSAXFunc start, endElementSAXFunc end,
    charactersSAXFunc text) {
  htmlParserCtxtPtr parser = htmlNewParserCtxt();
  if (parser == NULL) return 0;
  memset(parser->sax, 0, sizeof(*parser->sax));
  parser->sax->startElement = start;
  parser->sax->endElement = end;
  parser->sax->characters = text;
  parser->userData = context;
  xmlFreeDoc(htmlCtxtReadIO(
      parser, read, NULL, context, NULL, NULL,
      HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET));
  int complete = parser->disableSAX == 0;
  htmlFreeParserCtxt(parser);
  return complete;
}

#endif
