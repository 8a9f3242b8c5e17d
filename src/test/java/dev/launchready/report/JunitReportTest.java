package dev.launchready.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.Golden;
import dev.launchready.Published;
import dev.launchready.model.SampleScorecards;
import dev.launchready.model.Scorecard;
import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class JunitReportTest {
    private static String report(Scorecard card) throws IOException {
        StringBuilder out = new StringBuilder();
        new JunitReport().write(card, out);
        return out.toString();
    }

    private static String xpath(String xml, String path) throws XPathExpressionException {
        return XPathFactory.newInstance().newXPath().evaluate(path, new InputSource(new StringReader(xml)));
    }

    @Test
    void readsAsItDidBefore() throws IOException {
        Golden.assertSame("weak/junit.xml", report(SampleScorecards.weak()));
        Golden.assertSame("healthy/junit.xml", report(SampleScorecards.healthy()));
    }

    @Test
    void holdsToTheSchemaOfJunit() throws IOException, SAXException {
        var schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Published.file("data/formats/JUnit.xsd").toFile());
        for (Scorecard card : new Scorecard[] {
            SampleScorecards.weak(), SampleScorecards.healthy(), SampleScorecards.hostile("\u0000\u001b[31m]]>\ufffe")
        }) {
            schema.newValidator().validate(new StreamSource(new StringReader(report(card))));
        }
    }

    @Test
    void neverPassesWhatWasNotProven() throws Exception {
        String xml = report(SampleScorecards.weak());
        assertThat(xpath(xml, "count(//testcase)")).isEqualTo("12");
        assertThat(xpath(xml, "count(//testcase[failure])")).isEqualTo("3");
        assertThat(xpath(xml, "count(//testcase[error])")).isEqualTo("1");
        assertThat(xpath(xml, "count(//testcase[skipped])")).isEqualTo("4");
        assertThat(xpath(xml, "sum(//testsuite/@failures)")).isEqualTo("3");
        assertThat(xpath(xml, "sum(//testsuite/@errors)")).isEqualTo("1");
        assertThat(xpath(xml, "sum(//testsuite/@skipped)")).isEqualTo("4");
        assertThat(xpath(xml, "//testcase[starts-with(@name,'secrets.git-history')]/skipped/@message"))
                .startsWith("waived or known");
        assertThat(xpath(xml, "//testsuite[@name='mail']/system-out")).contains("WARN mail.dmarc");
    }
}
