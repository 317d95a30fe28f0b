// Go's html/template and text/template: one recipient after the other into one buffer.
package main

import (
	"bytes"
	"fmt"
	htmltemplate "html/template"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"sort"
	"strings"
	texttemplate "text/template"
	"time"
)

type person struct {
	ADDRESS, NAME, GRADE, POINTS, EXPIRES, BRANCH, COUPON, CUSTOMER, PRODUCT, CITY, PHONE string
}

type executor interface {
	Execute(output io.Writer, data any) error
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func read(path ...string) string {
	text, err := os.ReadFile(filepath.Join(path...))
	check(err)
	return string(text)
}

func readPeople(folder string) []*person {
	var people []*person
	for _, line := range strings.Split(strings.TrimSpace(read(folder, "people.tsv")), "\n")[1:] {
		c := strings.Split(line, "\t")
		people = append(people, &person{
			c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7], c[8], c[9], c[10]})
	}
	return people
}

func parse(step, folder string) (executor, error) {
	if step == "html" {
		return htmltemplate.New("body").Parse(read(folder, "body.gohtml"))
	}
	return texttemplate.New("body").Parse(read(folder, "body.gotext"))
}

func main() {
	// One thread, as for the others; the collector's too.
	runtime.GOMAXPROCS(1)
	step, folder := os.Args[1], os.Args[2]
	people := readPeople(folder)
	template, err := parse(step, folder)
	check(err)
	var output bytes.Buffer
	render := func(one *person) {
		output.Reset()
		check(template.Execute(&output, one))
	}

	var times []float64
	for round := 0; round <= 11; round++ {
		start := time.Now()
		for _, one := range people {
			render(one)
		}
		if round > 0 {
			times = append(times, float64(time.Since(start).Nanoseconds())/float64(len(people)))
		}
	}
	sort.Float64s(times)
	name := "Go " + step + "/template"
	fmt.Printf("%s\t%s\t%f\t%f\n", name, runtime.Version(), times[0], times[5])

	var mails bytes.Buffer
	for index := 0; index < len(people); index += 100 {
		render(people[index])
		mails.WriteByte(0)
		mails.Write(output.Bytes())
	}
	file := strings.ReplaceAll(name, "/", ".") + ".mails"
	check(os.WriteFile(filepath.Join(folder, file), mails.Bytes(), 0o644))
}
